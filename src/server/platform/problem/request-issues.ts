import { DomainError } from './domain-error.js';

interface Issue {
  readonly message: string;
  readonly path?: readonly unknown[] | undefined;
}

const shown = 20;

/** A request that does not fit its schema, each wrong field by JSON pointer. */
export function requestIssues(issues: readonly Issue[]): DomainError {
  const errors = issues.slice(0, shown).map(({ message, path = [] }) => ({ pointer: path.map((step) => `/${keyOf(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''), detail: message }));
  const first = errors[0];
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return new DomainError('invalid-request', first === undefined ? 'the request does not fit its schema; see /api/docs' : `${first.pointer === '' ? 'the request' : first.pointer}: ${first.detail}${more}; see /api/docs`, { errors });
}

function keyOf(step: unknown): string {
  return typeof step === 'object' && step !== null && 'key' in step ? String(step.key) : String(step);
}

import { DomainError } from '../platform/problem/domain-error.js';

/** A problem as it was found, or as an answer of the API carries it. */
interface LocatedProblem {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly code: string;
  readonly message: string;
}

/** Problems that keep an audit from coming about at all, each with file, line and column. */
export function problemsAsError(problems: readonly LocatedProblem[]): DomainError {
  const errors = problems.map(({ file, line, column, message }) => ({ pointer: [file, line, column].filter((part) => part !== undefined).join(':'), detail: message }));
  const first = errors[0];
  return new DomainError('not-checkable', first === undefined ? 'the input cannot be audited; see /api/docs' : `${first.pointer}: ${first.detail}`, { errors });
}

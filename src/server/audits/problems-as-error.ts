import { type Problem } from '../../core/inventory/problem.js';
import { DomainError } from '../platform/problem/domain-error.js';

/** Problems that keep an audit from coming about at all, each with file, line and column. */
export function problemsAsError(problems: readonly Problem[]): DomainError {
  const errors = problems.map(({ file, line, column, message }) => ({ pointer: [file, line, column].filter((part) => part !== undefined).join(':'), detail: message }));
  const first = errors[0];
  return new DomainError('not-checkable', first === undefined ? 'the input cannot be audited; see /api/docs' : `${first.pointer}: ${first.detail}`, { errors });
}

import { decideCase, type DecideCase } from '../../core/decision/record/decide-case.js';
import { readOneDocument } from '../../importers/read-one-document.js';
import { DomainError, type ErrorAt } from '../platform/problem/domain-error.js';

const mostErrors = 20;

/** Inputs from the text of a file. @throws DomainError `invalid-request` with the line and column of everything that is wrong */
export function readInputs(text: string): DecideCase {
  const read = readOneDocument('text', new TextEncoder().encode(text), decideCase);
  if ('problems' in read) throw wrong(read.problems.map(({ line = 1, column = 1, message }) => ({ pointer: `/text:${line}:${column}`, detail: message })));
  return unapproved(read.value);
}

/** Inputs from a JSON value. @throws DomainError `invalid-request` with the pointer of everything that is wrong */
export function takeInputs(value: unknown): DecideCase {
  const parsed = decideCase.safeParse(value);
  if (!parsed.success) throw wrong(parsed.error.issues.map(({ path, message }) => ({ pointer: ['/inputs', ...path.map(String)].join('/'), detail: message })));
  return unapproved(parsed.data);
}

/** An approval or a decision is given here by a person who is signed in, and not by what a file says. */
function unapproved({ approval, decision, ...given }: DecideCase): DecideCase {
  if (approval === undefined && decision === undefined) return given;
  throw wrong([{ pointer: approval === undefined ? '/inputs/decision' : '/inputs/approval', detail: 'is said by the file, and here by a person who is signed in; leave it out, put the inputs up for approval and have them approved' }]);
}

function wrong(errors: readonly ErrorAt[]): DomainError {
  const [first] = errors;
  return new DomainError('invalid-request', `${first?.pointer ?? ''}: ${first?.detail ?? ''}`, { errors: errors.slice(0, mostErrors) });
}

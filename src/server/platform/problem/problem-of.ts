import { type DomainError } from './domain-error.js';
import { type ProblemDocument } from './problem-document.js';
import { problemTypes } from './problem-types.js';

/** An error as RFC 9457 shows it; `instance` is the id of the request or job that met it. */
export function problemOf({ code, message, errors }: DomainError, instance: string): ProblemDocument {
  const { status, title } = problemTypes[code];
  return {
    type: `urn:domicile:problem:${code}`,
    title,
    status,
    code,
    detail: message,
    instance,
    ...(errors.length > 0 ? { errors: errors.map(({ pointer, detail }) => ({ pointer, detail })) } : {}),
  };
}

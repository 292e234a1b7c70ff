import { DomainError } from '../problem/domain-error.js';

/**
 * The version that `If-Match` names (RFC 9110, section 13.1.1), written as its ETag was: a number in quotes.
 *
 * @throws DomainError `precondition-required` where the header is missing, `precondition-failed` where it is none of this server's ETags
 */
export function readMatch(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new DomainError('precondition-required', 'no version is named; send If-Match with the ETag that was read');
  const tag = /^"(\d{1,15})"$/.exec(ifMatch)?.[1];
  if (tag === undefined) throw new DomainError('precondition-failed', 'If-Match names no version of this; send the ETag as it was read');
  return Number(tag);
}

import { DomainError } from '../platform/problem/domain-error.js';
import { type ExpectedVersion } from './record-changes.service.js';

/**
 * Which version a change is meant for (RFC 9110, section 13.1): `If-Match` with the ETag that was read, or `If-None-Match: *` for a record that is not there yet.
 *
 * @throws DomainError `precondition-required` where neither is given, `precondition-failed` where the ETag is none of this server's, `invalid-request` where both are
 */
export function readExpectedVersion(ifMatch: string | undefined, ifNoneMatch: string | undefined): ExpectedVersion {
  if (ifMatch !== undefined && ifNoneMatch !== undefined) throw new DomainError('invalid-request', 'If-Match and If-None-Match are both given; send If-Match to change a record, If-None-Match: * to make one');
  if (ifNoneMatch === '*') return 'none';
  if (ifMatch === undefined) throw new DomainError('precondition-required', 'no version is named; send If-Match with the ETag that was read, or If-None-Match: * to make a new record');
  const tag = /^"(\d{1,15})"$/.exec(ifMatch)?.[1];
  if (tag === undefined) throw new DomainError('precondition-failed', 'If-Match names no version of this record; send the ETag as it was read');
  return Number(tag);
}

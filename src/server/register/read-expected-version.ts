import { readMatch } from '../platform/http/read-match.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { type ExpectedVersion } from './record-changes.service.js';

/**
 * Which version a change is meant for: `If-Match` with the ETag that was read, or `If-None-Match: *` for a record that is not there yet.
 *
 * @throws DomainError as `readMatch`, and `invalid-request` where both are given
 */
export function readExpectedVersion(ifMatch: string | undefined, ifNoneMatch: string | undefined): ExpectedVersion {
  if (ifMatch !== undefined && ifNoneMatch !== undefined) throw new DomainError('invalid-request', 'If-Match and If-None-Match are both given; send If-Match to change a record, If-None-Match: * to make one');
  return ifNoneMatch === '*' ? 'none' : readMatch(ifMatch);
}

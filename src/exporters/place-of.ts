import { type AuditResult, type FindingOfResult } from '../core/audit/audit-result.js';

/** The line of a finding, or the first line of the inventory for one that no line states: code hosts refuse a whole file for one result without a place. Null where nothing was read from a file. */
export function placeOf({ location }: FindingOfResult, { evidence }: AuditResult): FindingOfResult['location'] {
  if (location !== null) return location;
  const stated = evidence.find(({ line }) => line !== undefined);
  return stated === undefined ? null : { file: stated.source, line: 1, column: 1 };
}

import { type AuditResult } from '../../core/audit/audit-result.js';

/** Ids of the waivers that no longer cover something they were approved for, though they may still cover the rest. */
export function endedWaivers({ waivers }: Pick<AuditResult, 'waivers'>): readonly string[] {
  return waivers.filter(({ state, note }) => state === 'guard-ended' || ((state === 'active' || state === 'expiring') && note !== undefined)).map(({ id }) => id);
}

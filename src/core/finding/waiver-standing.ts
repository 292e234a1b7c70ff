import { satisfies, validRange } from 'semver';
import { epochOf } from '../inventory/epoch-of.js';
import { type WaiverTerms } from '../policy/waiver-terms.js';
import { type Waiver } from './waiver.js';

/** The version of a pack and what it asks of waivers of its rules; terms are absent where it accepts none. */
export interface WaiverPolicy {
  readonly version: string;
  readonly terms?: WaiverTerms;
}

export interface WaiverStanding {
  readonly state: 'active' | 'expiring' | 'expired' | 'not-yet-valid' | 'invalid';
  /** Why it is not in force, in one clause. */
  readonly note?: string;
}

const day = 86_400_000;

/** Whether a waiver is in force at `asOf`, before its subjects and guard are looked at. */
export function waiverStanding(waiver: Waiver, policy: WaiverPolicy | undefined, asOf: string): WaiverStanding {
  const now = epochOf(asOf);
  const from = epochOf(waiver.validFrom);
  const end = epochOf(waiver.expiresAt);
  const flaw = flawOf(waiver, policy, from, end, now);
  if (flaw !== undefined) return { state: 'invalid', note: flaw };
  if (now < from) return { state: 'not-yet-valid', note: `valid from ${waiver.validFrom}` };
  if (now >= end) return { state: 'expired', note: `expired ${waiver.expiresAt}` };
  return { state: end - now <= (policy?.terms?.noticeDays ?? 0) * day ? 'expiring' : 'active' };
}

function flawOf(waiver: Waiver, policy: WaiverPolicy | undefined, from: number, end: number, now: number): string | undefined {
  if (policy === undefined) return `pack '${waiver.pack}' is not part of this audit`;
  const { terms } = policy;
  if (terms === undefined) return `pack '${waiver.pack}' accepts no waivers`;
  if (validRange(waiver.packVersion) === null) return `'${waiver.packVersion}' is no range of versions; write >=1.0.0 <2.0.0`;
  if (!satisfies(policy.version, waiver.packVersion)) return `given for ${waiver.pack} ${waiver.packVersion}, the audit runs ${policy.version}`;
  if (end <= from) return 'it ends before it begins';
  if (end - from > terms.maxDays * day) return `it runs for more than the ${terms.maxDays} days that ${waiver.pack} allows`;
  const approvals = waiver.approvals.filter(({ at }) => epochOf(at) <= now);
  if (approvals.length === 0) return 'nobody has approved it';
  if (approvals.some(({ by }) => by === waiver.requestedBy)) return 'whoever requested it cannot approve it';
  if (terms.approverRoles.length > 0 && !approvals.some(({ role }) => terms.approverRoles.includes(role))) return `${waiver.pack} asks for the approval of: ${terms.approverRoles.join(', ')}`;
  return undefined;
}

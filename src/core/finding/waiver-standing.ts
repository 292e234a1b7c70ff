import { satisfies, validRange } from 'semver';
import { epochOf } from '../inventory/epoch-of.js';
import { type Waiver } from './waiver.js';

/** What a pack asks of waivers of its rules. */
export interface WaiverPolicy {
  readonly version: string;
  /** Longest time from `validFrom` to `expiresAt`, in days of 24 hours. */
  readonly maxDays: number;
  /** Days before its end from which a waiver counts as expiring. */
  readonly noticeDays: number;
  /** One of these roles must be among the approvals. */
  readonly approverRoles: readonly string[];
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
  return { state: end - now <= (policy?.noticeDays ?? 0) * day ? 'expiring' : 'active' };
}

function flawOf(waiver: Waiver, policy: WaiverPolicy | undefined, from: number, end: number, now: number): string | undefined {
  if (policy === undefined) return `pack '${waiver.pack}' is not part of this audit`;
  if (validRange(waiver.packVersion) === null) return `'${waiver.packVersion}' is no range of versions; write >=1.0.0 <2.0.0`;
  if (!satisfies(policy.version, waiver.packVersion)) return `given for ${waiver.pack} ${waiver.packVersion}, the audit runs ${policy.version}`;
  if (end <= from) return 'it ends before it begins';
  if (end - from > policy.maxDays * day) return `it runs for more than the ${policy.maxDays} days that ${waiver.pack} allows`;
  const approvals = waiver.approvals.filter(({ at }) => epochOf(at) <= now);
  if (approvals.length === 0) return 'nobody has approved it';
  if (approvals.some(({ by }) => by === waiver.requestedBy)) return 'whoever requested it cannot approve it';
  if (policy.approverRoles.length > 0 && !approvals.some(({ role }) => policy.approverRoles.includes(role))) return `${waiver.pack} asks for the approval of: ${policy.approverRoles.join(', ')}`;
  return undefined;
}

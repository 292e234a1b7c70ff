import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type WaiverUse } from './resolve-waivers.js';
import { type Waiver } from './waiver.js';
import { waiverStanding, type WaiverPolicy, type WaiverStanding } from './waiver-standing.js';

export interface WaiverReport {
  readonly waiver: Waiver;
  readonly state: WaiverStanding['state'] | 'unused' | 'guard-ended';
  readonly note?: string;
  /** Keys of what it was found to match, `rule subject element`, sorted. */
  readonly matched: readonly string[];
}

/** How a waiver stands after all that was judged: `uses` are of each part of what was audited. */
export function reportWaiver(waiver: Waiver, uses: readonly WaiverUse[], policy: WaiverPolicy | undefined, asOf: string): WaiverReport {
  const standing = waiverStanding(waiver, policy, asOf);
  if (standing.state === 'invalid' || standing.state === 'not-yet-valid') return { waiver, ...standing, matched: [] };
  const matched = uses.flatMap((use) => use.matched).sort(byCodeUnit);
  const ended = uses.flatMap((use) => use.ended).sort(byCodeUnit).at(-1);
  if (matched.length === 0 && ended !== undefined) return { waiver, state: 'guard-ended', note: ended, matched };
  if (matched.length === 0 && standing.state !== 'expired') return { waiver, state: 'unused', note: 'no finding of this audit matches it; retire it', matched };
  return { waiver, ...standing, ...(ended === undefined ? {} : { note: ended }), matched };
}

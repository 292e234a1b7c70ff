import { type WaiverPolicy } from '../finding/waiver-standing.js';
import { type CompiledPack } from '../policy/compiled-pack.js';

/** What each pack asks of waivers of its rules, by pack id. */
export function waiverPolicies(packs: readonly CompiledPack[]): ReadonlyMap<string, WaiverPolicy> {
  return new Map(packs.map(({ id, version, waivers }) => [id, { version, ...(waivers === undefined ? {} : { terms: waivers }) }]));
}

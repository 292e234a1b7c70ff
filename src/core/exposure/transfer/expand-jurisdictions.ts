import { isMember } from '../../reference/is-member.js';
import { type CommonsContext } from '../commons-context.js';
import { remember } from '../remember.js';

/** Country codes with `EU` and `EEA` opened into their members as of the instant, the group's own code kept. */
export function expandJurisdictions(context: CommonsContext, codes: readonly string[]): string[] {
  const all = codes.flatMap((code) => (code === 'EU' || code === 'EEA' ? [code, ...membersOf(context, code)] : [code]));
  return [...new Set(all)].sort().slice(0, 60);
}

function membersOf(within: CommonsContext, group: 'EU' | 'EEA'): readonly string[] {
  return remember(within, `members/${group}`, (context) => [...context.reference.jurisdictions.keys()].filter((code) => code.length === 2 && isMember(context.reference, code, group, context.asOf) === true));
}

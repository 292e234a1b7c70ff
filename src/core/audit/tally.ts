import { severityAsOf } from '../evaluation/severity-as-of.js';
import { type Verdict } from '../evaluation/verdict.js';
import { epochOf } from '../inventory/epoch-of.js';
import { type CompiledPack } from '../policy/compiled-pack.js';
import { type Outcome } from '../policy/outcome.js';
import { type OutcomeCounts, type RuleResult } from './audit-result.js';

/** Counts verdicts per rule and in all, and remembers which unverified facts, and which of the organisation's own, passes lean on. */
export interface Tally {
  readonly total: OutcomeCounts;
  count(verdict: Verdict): void;
  rules(): RuleResult[];
}

const none = (): Record<Outcome, number> => ({ pass: 0, fail: 0, unknown: 0, 'not-applicable': 0, error: 0 });

/** One entry for every enabled rule of the packs, in their order, so that a rule that was never asked shows as such. */
export function createTally(packs: readonly CompiledPack[], asOf: string): Tally {
  const total = none();
  const entries = new Map(
    packs.flatMap((pack) =>
      pack.rules
        .filter(({ enabled }) => enabled)
        .map((rule) => [`${pack.id} ${rule.id}`, { pack, rule, counts: none(), unverified: new Set<string>(), own: new Set<string>() }] as const),
    ),
  );
  return {
    total,
    count: (verdict) => {
      total[verdict.outcome] += 1;
      const entry = entries.get(`${verdict.pack} ${verdict.ruleId}`);
      if (entry === undefined) return;
      entry.counts[verdict.outcome] += 1;
      if (verdict.outcome !== 'pass') return;
      for (const { fact, state, overlay } of verdict.facts ?? []) {
        if (state === 'unverified') entry.unverified.add(fact);
        if (overlay !== undefined) entry.own.add(fact);
      }
    },
    rules: () =>
      [...entries.values()].map(({ pack, rule, counts, unverified, own }) => ({
        ruleId: rule.id,
        pack: pack.id,
        title: rule.title,
        severity: severityAsOf(rule.severity, epochOf(asOf)),
        rationale: rule.rationale,
        remediation: rule.remediation,
        controls: rule.controls,
        counts,
        unverifiedFacts: [...unverified].sort(),
        ...(own.size === 0 ? {} : { ownFacts: [...own].sort() }),
      })),
  };
}

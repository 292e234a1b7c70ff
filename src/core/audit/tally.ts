import { severityAsOf } from '../evaluation/severity-as-of.js';
import { type Verdict } from '../evaluation/verdict.js';
import { epochOf } from '../inventory/epoch-of.js';
import { type CompiledPack, type CompiledRule } from '../policy/compiled-pack.js';
import { type Outcome } from '../policy/outcome.js';
import { type OutcomeCounts, type RuleResult } from './audit-result.js';

/** What a rule answered, and which unverified facts, and which of the organisation's own, passes lean on. */
export interface RuleTally {
  readonly counts: OutcomeCounts;
  readonly unverified: readonly string[];
  readonly own: readonly string[];
}

export interface Tally {
  /** @throws Error where no enabled rule of the packs gave the verdict: none is left out of the counts */
  count(verdict: Verdict): void;
  /** One for every enabled rule of the packs, in their order. */
  rules(): readonly RuleTally[];
}

const none = (): Record<Outcome, number> => ({ pass: 0, fail: 0, unknown: 0, 'not-applicable': 0, error: 0 });

/** Counts verdicts by rule. */
export function createTally(packs: readonly CompiledPack[]): Tally {
  const entries = enabledRules(packs).map(({ pack, rule }) => ({ pack: pack.id, rule: rule.id, counts: none(), unverified: new Set<string>(), own: new Set<string>() }));
  const byPack = new Map<string, Map<string, (typeof entries)[number]>>();
  for (const entry of entries) {
    const ofPack = byPack.get(entry.pack) ?? new Map<string, (typeof entries)[number]>();
    if (ofPack.has(entry.rule)) throw new Error(`two rules of ${entry.pack} are called ${entry.rule}, so their verdicts cannot be told apart`);
    byPack.set(entry.pack, ofPack.set(entry.rule, entry));
  }
  return {
    count: (verdict) => {
      const entry = byPack.get(verdict.pack)?.get(verdict.ruleId);
      if (entry === undefined) throw new Error(`${verdict.pack} ${verdict.ruleId} gave a verdict, and is no rule that was to be asked`);
      entry.counts[verdict.outcome] += 1;
      if (verdict.outcome !== 'pass') return;
      for (const { fact, state, overlay } of verdict.facts ?? []) {
        if (state === 'unverified') entry.unverified.add(fact);
        if (overlay !== undefined) entry.own.add(fact);
      }
    },
    rules: () => entries.map(({ counts, unverified, own }) => ({ counts, unverified: [...unverified], own: [...own] })),
  };
}

/** What every rule answered in all, so that one that was never asked shows as such; `tallies` are of the same packs. */
export function rulesOf(packs: readonly CompiledPack[], asOf: string, tallies: readonly (readonly RuleTally[])[]): RuleResult[] {
  return enabledRules(packs).map(({ pack, rule }, index) => {
    const each = tallies.flatMap((tally) => tally[index] ?? []);
    const own = distinct(each.flatMap((tally) => tally.own));
    return {
      ruleId: rule.id,
      pack: pack.id,
      title: rule.title,
      severity: severityAsOf(rule.severity, epochOf(asOf)),
      rationale: rule.rationale,
      remediation: rule.remediation,
      controls: rule.controls,
      counts: addCounts(each.map(({ counts }) => counts)),
      unverifiedFacts: distinct(each.flatMap(({ unverified }) => unverified)),
      ...(own.length === 0 ? {} : { ownFacts: own }),
    };
  });
}

export function addCounts(all: readonly OutcomeCounts[]): OutcomeCounts {
  const sum = none();
  for (const counts of all) for (const outcome of Object.keys(sum) as Outcome[]) sum[outcome] += counts[outcome];
  return sum;
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

const enabledRules = (packs: readonly CompiledPack[]): readonly { readonly pack: CompiledPack; readonly rule: CompiledRule }[] => packs.flatMap((pack) => pack.rules.filter(({ enabled }) => enabled).map((rule) => ({ pack, rule })));

import { type CompiledPack, type CompiledParameter, type DatedSeverity, type PackTests } from './compiled-pack.js';

/** Everything a person wants to know of one rule before trusting it. */
export interface RuleExplanation {
  readonly id: string;
  readonly title: string;
  readonly pack: string;
  readonly version: string;
  readonly severity: readonly DatedSeverity[];
  readonly subject: string;
  readonly controls: readonly string[];
  readonly rationale: string;
  readonly remediation: string;
  readonly appliesTo?: string;
  readonly check: string;
  readonly onMissing: 'unknown' | 'fail';
  readonly reads: readonly string[];
  readonly params: Readonly<Record<string, CompiledParameter>>;
  /** Nodes, each multiplied by the longest list around it. */
  readonly cost: number;
  readonly usesNow: boolean;
  readonly enabled: boolean;
  /** Empty where the tests were not read with the pack. */
  readonly tests: readonly { readonly name: string; readonly expect: string | Readonly<Record<string, string>> }[];
  readonly survivors: readonly { readonly mutant: string; readonly reason: string }[];
}

/** What a rule asks, reads and costs; undefined where the pack has no such rule. */
export function explainRule(pack: CompiledPack, ruleId: string, tests?: PackTests): RuleExplanation | undefined {
  const rule = pack.rules.find(({ id }) => id === ruleId);
  if (rule === undefined) return undefined;
  const tested = tests?.rules.find((each) => each.rule === ruleId);
  const used = [...new Set([...rule.check.params, ...(rule.appliesTo?.params ?? [])])].sort();
  return {
    id: rule.id,
    title: rule.title,
    pack: pack.id,
    version: pack.version,
    severity: rule.severity,
    subject: rule.subject,
    controls: rule.controls,
    rationale: rule.rationale,
    remediation: rule.remediation,
    ...(rule.appliesTo === undefined ? {} : { appliesTo: rule.appliesTo.source }),
    check: rule.check.source,
    onMissing: rule.onMissing,
    reads: rule.paths,
    params: Object.fromEntries(used.flatMap((name) => (pack.params[name] === undefined ? [] : [[name, pack.params[name]] as const]))),
    cost: rule.cost,
    usesNow: rule.usesNow,
    enabled: rule.enabled,
    tests: (tested?.tests ?? []).map(({ name, expect }) => ({ name, expect })),
    survivors: tested?.survivors ?? [],
  };
}

import { type Verdict } from '../evaluation/verdict.js';
import { type CompiledRule } from '../policy/compiled-pack.js';
import { type SealFrameworks } from '../reference/seal-frameworks.js';
import { type LevelGap, type ObjectiveLevel } from './sovereignty-result.js';

type Objective = SealFrameworks['sealFrameworks'][number]['objectives'][number];
type Standing = { readonly state: 'met' } | { readonly state: 'open' | 'missed'; readonly gap: LevelGap };

/** What the pack said of one deployment and its flows. */
export interface JudgedDeployment {
  readonly verdicts: readonly Verdict[];
  readonly promptsRecorded: boolean;
}

const levels = [1, 2, 3, 4];

/** The range of levels that the verdicts of one deployment leave for an objective. Level by level: all below must be met as well. */
export function objectiveLevel({ id, name, weight }: Objective, rules: readonly CompiledRule[], judged: JudgedDeployment): ObjectiveLevel {
  const standings = levels.map((level) => standingOf(level, rules.find((rule) => rule.id === `${id}.${level}`), judged));
  const missed = standings.findIndex(({ state }) => state === 'missed');
  const unmet = standings.findIndex(({ state }) => state !== 'met');
  const high = missed < 0 ? levels.length : missed;
  const low = unmet < 0 ? levels.length : unmet;
  const gaps = standings.slice(low, missed < 0 ? undefined : missed + 1).flatMap((standing) => (standing.state === 'met' ? [] : [standing.gap]));
  return { objective: id, name, weight, low, high, gaps };
}

function standingOf(level: number, rule: CompiledRule | undefined, { verdicts, promptsRecorded }: JudgedDeployment): Standing {
  if (rule === undefined) return { state: 'open', gap: { level, ruleId: null, asks: 'facts that an inventory does not hold', state: 'open', because: [], remediation: null } };
  const own = verdicts.filter(({ ruleId }) => ruleId === rule.id);
  const failing = own.filter(({ outcome }) => outcome === 'fail');
  const gap = (state: LevelGap['state'], because: readonly string[]): LevelGap => ({ level, ruleId: rule.id, asks: rule.title, state, because: [...new Set(because)].sort(), remediation: rule.remediation });
  if (failing.length > 0) return { state: 'missed', gap: gap('missed', failing.map(({ message }) => message ?? rule.title)) };
  if (own.length === 0 || (rule.subject === 'flow' && !promptsRecorded)) return { state: 'open', gap: gap('open', ['a flow with the prompts']) };
  const open = own.filter(({ outcome }) => outcome !== 'pass');
  return open.length === 0 ? { state: 'met' } : { state: 'open', gap: gap('open', open.flatMap(({ missing, outcome, element }) => (missing === undefined || missing.length === 0 ? [`${rule.id} is ${outcome}`] : missing.map((path) => (element === undefined ? path : `${element} ${path}`))))) };
}

import { type Problem } from '../inventory/problem.js';

/** What stands between one level of an objective and the next. */
export interface LevelGap {
  readonly level: number;
  readonly ruleId: string | null;
  readonly asks: string;
  /** `open`: a fact is missing that would decide it; `missed`: the facts decide against it. */
  readonly state: 'open' | 'missed';
  /** Paths that would decide it, or the message of the rule that is missed. */
  readonly because: readonly string[];
  readonly remediation: string | null;
}

/** A level as a range: at least `low` is shown, no fact speaks against `high`. */
export interface ObjectiveLevel {
  readonly objective: string;
  readonly name: string;
  /** Per cent. */
  readonly weight: number;
  readonly low: number;
  readonly high: number;
  /** What would narrow the range or raise it, the next level first. */
  readonly gaps: readonly LevelGap[];
}

export interface DeploymentSovereignty {
  readonly id: string;
  readonly name: string;
  readonly objectives: readonly ObjectiveLevel[];
  /** The weighted score in per cent, as a range; it ranks offers that meet the minimum of every objective, and stands for none of them. */
  readonly score: { readonly low: number; readonly high: number; readonly unit: 'per cent' };
}

/** Levels of the EU Cloud Sovereignty Framework per deployment and objective. */
export interface SovereigntyResult {
  readonly schema: 'domicile/sovereignty-result/1';
  readonly engine: string;
  readonly asOf: string;
  readonly framework: { readonly id: string; readonly name: string; readonly label: string; readonly confidence: string; readonly levels: readonly { readonly level: number; readonly name: string; readonly detail: string }[] };
  readonly digests: { readonly snapshot: string; readonly facts: string; readonly pack: string };
  readonly deployments: readonly DeploymentSovereignty[];
  readonly problems: readonly Problem[];
}

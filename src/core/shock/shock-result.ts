import { type Problem } from '../inventory/problem.js';
import { type Severity } from '../policy/severity.js';
import { type Shock } from './shock.js';

/** `unchanged`: no rule answers worse and no service stops; what failed before still fails. */
export type Impact = 'breaks' | 'undecided' | 'unchanged';

/** A rule that answers worse after the shock than before. */
export interface BreakOfShock {
  readonly ruleId: string;
  readonly title: string;
  readonly severity: Severity;
  readonly before: 'no finding' | 'unknown' | 'fail';
  readonly after: 'fail' | 'unknown' | 'error';
  readonly subject: string;
  readonly element?: string;
  readonly message: string;
  /** A waiver in force covers it. */
  readonly waived: boolean;
}

/** What stands ready instead. `hit-too`: the same shock breaks it; `unknown`: it is named, and whether it would hold cannot be said. */
export interface FallbackOfShock {
  readonly state: 'tested' | 'untested' | 'hit-too' | 'unknown' | 'not-recorded';
  readonly why: string;
  readonly deployment: string | null;
  readonly model: string | null;
  readonly testedAt: string | null;
  /** Days without service until it takes over or the cut-off ends; null where nothing stops, or nothing says. */
  readonly daysWithout: number | null;
}

export interface DeploymentOfShock {
  readonly id: string;
  readonly name: string;
  readonly criticality: string | null;
  readonly usersPerMonth: number | null;
  readonly impact: Impact;
  readonly stops: 'yes' | 'no' | 'unknown';
  readonly why: string;
  readonly loses: readonly { readonly flow: string; readonly stage: string | null; readonly to: string | null }[];
  readonly breaks: readonly BreakOfShock[];
  /** Fails and unknowns that stood before the shock and stand after it. */
  readonly stands: number;
  /** Rules that failed before and pass after it. */
  readonly mends: readonly string[];
  readonly fallback: FallbackOfShock;
}

/** How far it reaches: deployments by how much depends on them. */
export interface BlastRadius {
  /** Null: not stated. */
  readonly criticality: string | null;
  readonly breaks: number;
  readonly undecided: number;
  readonly unchanged: number;
  /** Users of the deployments that break, as far as they are stated. */
  readonly usersPerMonth: { readonly value: number; readonly unit: 'users/month'; readonly kind: 'declared'; readonly notStatedFor: number };
}

/** What a shock does to the inventory, rule by rule: the same packs before and after it. */
export interface ShockResult {
  readonly schema: 'domicile/shock-result/1';
  readonly engine: string;
  readonly asOf: string;
  readonly shock: Shock & { readonly title: string };
  readonly digests: { readonly snapshot: string; readonly facts: string; readonly factsAfter: string; readonly packs: Readonly<Record<string, string>> };
  readonly counts: Readonly<Record<Impact, number>>;
  readonly blastRadius: readonly BlastRadius[];
  readonly deployments: readonly DeploymentOfShock[];
  /** Rules that answer worse of the organisation, or of a model that no live deployment uses. */
  readonly elsewhere: readonly BreakOfShock[];
  readonly problems: readonly Problem[];
}

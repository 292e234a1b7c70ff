import { type ConstraintVerdict } from './constraint-verdict.js';
import { type Convention } from './convention.js';
import { type Criterion } from './criterion.js';
import { type FeasibilityCheck } from './feasibility-check.js';
import { type Score } from './score.js';
import { type Weighting } from './weighting.js';

export interface ChoiceOption {
  readonly id: string;
  readonly constraints: readonly ConstraintVerdict[];
  readonly feasibility: readonly FeasibilityCheck[];
  /** By criterion; a criterion without a score is unknown. */
  readonly scores: Readonly<Record<string, Score>>;
}

/** Everything a choice rests on, fixed before scores are shown. */
export interface ChoiceInput {
  readonly options: readonly ChoiceOption[];
  readonly criteria: readonly Criterion[];
  readonly weighting: Weighting;
  readonly convention: Convention;
  readonly seed: number;
  readonly draws: number;
  /** Weights drawn: any at all, or only those that keep the elicited order. */
  readonly weightSpace: 'any' | 'ordinal';
}

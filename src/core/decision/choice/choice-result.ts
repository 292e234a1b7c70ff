import { type Figure } from '../cost/figure.js';
import { type JudgedOption } from './admissibility.js';
import { type Convention } from './convention.js';
import { type UnknownScore } from './prepared-scores.js';
import { type WaiverSet } from './smallest-waivers.js';

export type VerdictWord = 'dominant' | 'robust' | 'leaning' | 'contested';

export interface ChoiceVerdict {
  /** `none` where no option is admissible. */
  readonly word: VerdictWord | 'none';
  readonly option: string | null;
  readonly tiedWith: readonly string[];
  readonly acceptability: Figure | null;
  readonly sentence: string;
  readonly convention: Convention;
}

export interface RankedOption {
  readonly option: string;
  readonly rank: number;
  readonly value: Figure;
  /** Value on each criterion, by its id; the range is what the score's range makes of it. */
  readonly values: Readonly<Record<string, Figure>>;
}

export interface RobustOption {
  readonly option: string;
  readonly firstRank: Figure;
  /** Acceptability of every rank, the first first. */
  readonly ranks: readonly Figure[];
  readonly centralWeights: Readonly<Record<string, Figure>> | null;
  readonly confidence: Figure | null;
  readonly wins: Readonly<Record<string, Figure>>;
}

export interface SwitchPoint {
  readonly option: string;
  readonly criterion: string;
  readonly from: Figure;
  /** The score at which another option takes the lead; no value where none within the anchors does. */
  readonly to: Figure;
  readonly then: string;
}

export interface ChoiceResult {
  readonly options: readonly JudgedOption[];
  readonly waivers: readonly WaiverSet[];
  readonly weighting: { readonly method: string; readonly consistency?: { readonly ratio: number; readonly table: string } };
  /** Each weight with the exact range in which the leader keeps the lead. */
  readonly weights: Readonly<Record<string, Figure>>;
  readonly dominance: readonly { readonly dominator: string; readonly dominated: string }[];
  readonly ranking: readonly RankedOption[];
  readonly unknown: readonly UnknownScore[];
  readonly robustness: readonly RobustOption[];
  readonly switchPoints: readonly SwitchPoint[];
  readonly expectedValueOfPerfectInformation: Figure | null;
  readonly verdict: ChoiceVerdict;
}

export type Choice = { readonly kind: 'chosen'; readonly result: ChoiceResult } | { readonly kind: 'refused'; readonly problems: readonly string[] };

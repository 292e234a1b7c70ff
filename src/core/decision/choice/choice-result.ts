import { z } from 'zod';
import { figureSchema } from '../cost/figure-schema.js';
import { convention } from './convention.js';

const strings = z.array(z.string()).readonly();
const byId = z.record(z.string(), figureSchema).readonly();

/** How an option stands before anything is weighed: why it is out, one sentence per rule or check, and what a waiver let pass. */
export const judgedOption = z.strictObject({ id: z.string(), state: z.enum(['admissible', 'blocked', 'infeasible']), because: strings, waived: strings });
export type JudgedOption = z.infer<typeof judgedOption>;

/** A set of rules whose waiver would admit the options named, and nothing less would admit any of them. */
export const waiverSet = z.strictObject({ rules: strings, admits: strings });
export type WaiverSet = z.infer<typeof waiverSet>;

export const unknownScore = z.strictObject({ option: z.string(), criterion: z.string(), because: z.string() });
export type UnknownScore = z.infer<typeof unknownScore>;

/** The verdict word; `none` where no option is admissible. */
export const choiceVerdict = z.strictObject({
  word: z.enum(['dominant', 'robust', 'leaning', 'contested', 'none']),
  option: z.string().nullable(),
  tiedWith: strings,
  acceptability: figureSchema.nullable(),
  sentence: z.string(),
  convention,
});
export type ChoiceVerdict = z.infer<typeof choiceVerdict>;

/** `values` holds the value on each criterion, by its id; the range is what the score's range makes of it. */
export const rankedOption = z.strictObject({ option: z.string(), rank: z.int(), value: figureSchema, values: byId });
export type RankedOption = z.infer<typeof rankedOption>;

export const robustOption = z.strictObject({
  option: z.string(),
  firstRank: figureSchema,
  /** Acceptability of every rank, the first first. */
  ranks: z.array(figureSchema).readonly(),
  centralWeights: byId.nullable(),
  confidence: figureSchema.nullable(),
  wins: byId,
});
export type RobustOption = z.infer<typeof robustOption>;

/** The score at which another option takes the lead; no value where none within the anchors does. */
export const switchPoint = z.strictObject({ option: z.string(), criterion: z.string(), from: figureSchema, to: figureSchema, then: z.string() });
export type SwitchPoint = z.infer<typeof switchPoint>;

export const choiceResult = z.strictObject({
  options: z.array(judgedOption).readonly(),
  waivers: z.array(waiverSet).readonly(),
  weighting: z.strictObject({ method: z.string(), consistency: z.strictObject({ ratio: z.number(), table: z.string() }).optional() }),
  /** Each weight with the exact range in which the leader keeps the lead. */
  weights: byId,
  dominance: z.array(z.strictObject({ dominator: z.string(), dominated: z.string() })).readonly(),
  ranking: z.array(rankedOption).readonly(),
  unknown: z.array(unknownScore).readonly(),
  robustness: z.array(robustOption).readonly(),
  switchPoints: z.array(switchPoint).readonly(),
  expectedValueOfPerfectInformation: figureSchema.nullable(),
  verdict: choiceVerdict,
});
export type ChoiceResult = z.infer<typeof choiceResult>;

/** Why there is no choice, and which criterion it is about where it is about one. */
export interface ChoiceProblem {
  readonly criterion: string | null;
  readonly message: string;
}

export type Choice = { readonly kind: 'chosen'; readonly result: ChoiceResult } | { readonly kind: 'refused'; readonly problems: readonly ChoiceProblem[] };

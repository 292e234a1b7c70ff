import { z } from 'zod';
import { choiceResult, choiceVerdict } from '../choice/choice-result.js';
import { costResult, shockedCosts } from '../cost/cost-result.js';
import { figureSchema } from '../cost/figure-schema.js';
import { decideCase } from './decide-case.js';
import { optionTemplateId } from './option-template.js';

const strings = z.array(z.string()).readonly();
const { leftOut, approval, decision, dataVersions } = decideCase.shape;

/** `rejectedBecause` is empty for the chosen option; `evidence` is what a regulator asks to be shown for it. */
export const consideredOption = z.strictObject({
  id: z.string(),
  template: optionTemplateId,
  title: z.string(),
  state: z.enum(['admissible', 'blocked', 'infeasible']),
  rank: z.int().nullable(),
  rejectedBecause: strings,
  acceptedUnderWaiver: strings,
  consequences: z.strictObject({ good: strings, bad: strings }),
  residualRisks: strings,
  evidence: strings,
});
export type ConsideredOption = z.infer<typeof consideredOption>;

export const inputSwitchPoint = z.strictObject({ input: z.string(), from: figureSchema, to: figureSchema, then: z.string() });
export type InputSwitchPoint = z.infer<typeof inputSwitchPoint>;

export const reviewTrigger = z.strictObject({ watch: z.string(), threshold: z.string(), then: z.string() });
export type ReviewTrigger = z.infer<typeof reviewTrigger>;

/** What a shock does to the verdict; `refused` says why there is none under it. */
export const shockedVerdict = z.strictObject({ id: z.string(), title: z.string(), costs: shockedCosts, verdict: choiceVerdict.nullable(), refused: strings, changesLead: z.boolean() });
export type ShockedVerdict = z.infer<typeof shockedVerdict>;

/** A decision with everything it rests on, under the headings of MADR 4.0 and with a block for machines. */
export const decisionRecord = z.strictObject({
  schema: z.literal('domicile/decision-record/1'),
  engine: z.string(),
  id: z.string(),
  title: z.string(),
  deployment: z.string().nullable(),
  status: z.enum(['what-if', 'proposed', 'accepted']),
  date: z.string(),
  decisionMakers: strings,
  context: z.string(),
  drivers: strings,
  options: z.array(consideredOption).readonly(),
  leftOut,
  outcome: choiceVerdict,
  decision: decision.unwrap().nullable(),
  confirmation: z.string(),
  residualRisks: strings,
  reviewTriggers: z.array(reviewTrigger).readonly(),
  inputSwitchPoints: z.array(inputSwitchPoint).readonly(),
  inputHash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  approval: approval.unwrap().nullable(),
  seed: z.int(),
  draws: z.int(),
  dataVersions,
  choice: choiceResult,
  costs: costResult.nullable(),
  shocks: z.array(shockedVerdict).readonly(),
  /** The case as it was approved. */
  inputs: decideCase,
});
export type DecisionRecord = Readonly<z.infer<typeof decisionRecord>>;

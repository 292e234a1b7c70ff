import { z } from 'zod';
import { recordId } from '../../inventory/record-id.js';
import { sha256Digest } from '../../inventory/sha256-digest.js';
import { text } from '../../inventory/text.js';
import { constraintVerdict } from '../choice/constraint-verdict.js';
import { convention } from '../choice/convention.js';
import { criterion } from '../choice/criterion.js';
import { elicitWeights } from '../choice/elicit-weights.js';
import { feasibilityCheck } from '../choice/feasibility-check.js';
import { scoreProblems } from '../choice/score-problems.js';
import { score } from '../choice/score.js';
import { weighting } from '../choice/weighting.js';
import { costCaseShape, namesOptionsThatExist } from '../cost/cost-case.js';
import { optionTemplateId } from './option-template.js';

const { asOf: _asOf, ...costsWithoutDate } = costCaseShape;
const sentences = z.array(text(1000)).max(60);

const option = z.strictObject({
  id: recordId,
  template: optionTemplateId,
  title: text(200),
  constraints: z.array(constraintVerdict).max(200).default([]),
  feasibility: z.array(feasibilityCheck).max(40).default([]),
  scores: z.record(recordId, score).default({}),
  consequences: z.strictObject({ good: sentences.default([]), bad: sentences.default([]) }).default({ good: [], bad: [] }),
  residualRisks: sentences.default([]),
});

/** Who fixed the inputs, when, and the hash of what they fixed. Scores are shown from then on. */
const approval = z.strictObject({ approvedBy: z.array(text(200)).min(1).max(20), approvedOn: z.iso.date(), inputHash: sha256Digest });

/** What people decided in the light of the scores; it may differ from the leader, with a reason. */
const decision = z.strictObject({ option: recordId, because: text(2000), signedBy: z.array(text(200)).min(1).max(20), signedOn: z.iso.date() });

const shape = z.strictObject({
  schema: z.literal('domicile/decide-case/1'),
  id: recordId,
  title: text(200),
  deployment: recordId.optional(),
  asOf: z.iso.date(),
  decisionMakers: z.array(text(200)).min(1).max(20),
  context: text(4000),
  drivers: sentences.min(1),
  seed: z.int().min(0).max(2147483647),
  draws: z.int().min(100).max(100_000).default(10_000),
  weightSpace: z.enum(['any', 'ordinal']),
  convention,
  criteria: z.array(criterion).min(1).max(60),
  weighting,
  options: z.array(option).min(1).max(40),
  /** Templates that are not considered, each with the reason. */
  leftOut: z.array(z.strictObject({ template: optionTemplateId, because: text(500) })).max(7).default([]),
  costs: z.strictObject(costsWithoutDate).optional(),
  confirmation: text(1000),
  reviewTriggers: z.array(z.strictObject({ watch: text(300), threshold: text(200), then: text(300) })).max(40).default([]),
  dataVersions: z.array(z.strictObject({ name: text(200), version: text(200) })).max(40).default([]),
  approval: approval.optional(),
  decision: decision.optional(),
});

function isWhole(decide: z.infer<typeof shape>, context: z.RefinementCtx): void {
  const complain = (path: readonly (string | number)[], message: string): void => context.addIssue({ code: 'custom', path: [...path], message });
  const twice = (items: readonly { readonly id: string }[], what: string): void =>
    items.forEach(({ id }, index) => items.findIndex((other) => other.id === id) !== index && complain([what, index, 'id'], `'${id}' stands here twice; give each its own id`));
  twice(decide.options, 'options');
  twice(decide.criteria, 'criteria');
  const criteria = decide.criteria.map(({ id }) => id);
  decide.options.forEach(({ scores }, index) =>
    Object.entries(scores).forEach(([id, given]) => {
      const scored = decide.criteria.find((known) => known.id === id);
      if (scored === undefined) complain(['options', index, 'scores', id], `'${id}' is no criterion; write one of ${criteria.join(', ')}`);
      else if (scored.from !== undefined) complain(['options', index, 'scores', id], `'${id}' is read from ${scored.from}; leave the score out`);
      else for (const problem of scoreProblems(decide.options[index]?.id ?? '', given, scored)) complain(['options', index, 'scores', id], problem);
    }),
  );
  const elicitation = elicitWeights(decide.weighting, criteria, decide.convention.consistencyRatio);
  if (elicitation.kind === 'refused') for (const problem of elicitation.problems) complain(['weighting'], problem);
  for (const template of ['status-quo', 'hybrid'] as const)
    if (!decide.options.some((known) => known.template === template) && !decide.leftOut.some((known) => known.template === template))
      complain(['options'], `no option follows the template '${template}'; add one, or name the template under leftOut with the reason`);
  decide.criteria.forEach(({ id, from }, index) => {
    if (from !== undefined && decide.costs === undefined) complain(['criteria', index, 'from'], `'${id}' reads ${from} and the case holds no costs; add costs`);
  });
  if (decide.costs !== undefined) namesOptionsThatExist(decide.costs, context, ['costs']);
  if (decide.decision !== undefined && !decide.options.some(({ id }) => id === decide.decision?.option)) complain(['decision', 'option'], `'${decide.decision.option}' is no option; write one of ${decide.options.map(({ id }) => id).join(', ')}`);
  if (decide.decision !== undefined && decide.approval === undefined) complain(['decision'], 'a decision needs approved inputs; add the approval first');
}

/** Everything a decision rests on: options, rules, criteria, anchors, weights and costs, fixed before scores are shown. */
export const decideCase = shape.superRefine(isWhole);
export type DecideCase = z.infer<typeof decideCase>;
export type DecideOption = DecideCase['options'][number];

import { z } from 'zod';
import { recordId as recordName } from '../../core/inventory/record-id.js';
import { optionTemplateId } from '../../core/decision/record/option-template.js';
import { weighting } from '../../core/decision/choice/weighting.js';
import { reportLanguages } from '../../core/report/report-language.js';
import { pageLimit } from '../platform/http/page-limit.js';
import { plainText } from '../platform/http/plain-text.js';
import { decisionStates } from './decision.entity.js';

const inputs = z.record(z.string(), z.unknown());
const text = z.string().max(1_000_000);
const oneOf = (given: object): boolean => Object.keys(given).filter((key) => key !== 'supersedes').length === 1;

/** Body of `POST /decisions`. */
export const newDecision = z
  .strictObject({
    templates: z.array(optionTemplateId).min(2, 'names one template; a choice is between two at least').max(7).optional().describe('drafts a case over these templates that asks for everything else, as `domicile decide --init` does'),
    inputs: inputs.optional().describe('a case as `domicile decide` reads it'),
    text: text.optional().describe('the same as YAML or JSON text'),
    supersedes: z.uuid('is not the id of a decision').optional().describe('the decision that this one takes the place of once it is signed off'),
  })
  .refine(oneOf, 'name templates, inputs or text, and only one of them')
  .meta({ id: 'NewDecision', example: { templates: ['status-quo', 'closed-api-in-region', 'open-weights-on-premises', 'hybrid'] } });

export type NewDecision = z.output<typeof newDecision>;

/** Body of `PUT /decisions/:id`. */
export const decisionChange = z
  .strictObject({ inputs: inputs.optional().describe('the whole case, as `domicile decide` reads it'), text: text.optional().describe('the same as YAML or JSON text') })
  .refine(oneOf, 'name inputs or text, and only one of them')
  .meta({ id: 'DecisionChange', example: { text: 'schema: domicile/decide-case/1\nid: claims-assistant-2026\n…' } });

export type DecisionChange = z.output<typeof decisionChange>;

export const decisionRemark = z.strictObject({ remark: plainText(4000) }).meta({ id: 'DecisionRemark', example: { remark: 'anchors and weights as agreed on Monday' } });

export type DecisionRemark = z.output<typeof decisionRemark>;

/** Body of `POST /decisions/:id/sign-off`. */
export const decisionChoice = z.strictObject({ option: recordName.describe('the option that is taken; it may be another than the leader, with the reason'), because: plainText(2000) }).meta({ id: 'DecisionChoice', example: { option: 'own-new', because: 'leads by a wide margin and keeps health data in the house' } });

export type DecisionChoice = z.output<typeof decisionChoice>;

/** Body of `POST /decisions/:id/what-if`. */
export const whatIf = z.strictObject({ weighting }).meta({ id: 'WhatIf', example: { weighting: { method: 'swing', points: { cost: 100, sovereignty: 60 } } } });

export type WhatIf = z.output<typeof whatIf>;

const state = z.enum(decisionStates, `is no state of a decision; write one of ${decisionStates.join(', ')}`);

export const decisionQuery = z.strictObject({
  state: state.optional(),
  deployment: recordName.optional(),
  after: z.coerce.number('is not a number; write `next` of the page before').int().min(0).max(2_147_483_647).optional(),
  limit: pageLimit(200, 50),
});

export type DecisionQuery = z.output<typeof decisionQuery>;

const signature = { by: z.string(), role: z.string(), at: z.iso.datetime() };

const decisionSummary = z.object({
  id: z.uuid(),
  name: z.string().describe('as people call it, such as D-3'),
  title: z.string(),
  deployment: z.string().nullable(),
  state,
  version: z.int(),
  author: z.uuid(),
  approval: z.object(signature).nullable().describe('of the inputs; scores are shown from then on'),
  signOff: z.object({ ...signature, option: z.string(), because: z.string() }).nullable(),
  supersedes: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});

export type DecisionSummary = z.output<typeof decisionSummary>;

const by = '01990000-0000-7000-8000-000000000003';
const example = {
  id: '01990000-0000-7000-8000-000000000006',
  name: 'D-3',
  title: 'Which model serves the claims assistant',
  deployment: 'claims-assistant',
  state: 'in-review' as const,
  version: 2,
  author: by,
  approval: null,
  signOff: null,
  supersedes: null,
  createdAt: '2026-11-23T12:00:00.000Z',
  changedAt: '2026-11-23T12:05:00.000Z',
};

export const decisionPage = z.object({ items: z.array(decisionSummary).describe('newest first'), total: z.int(), next: z.int().nullable() }).meta({ id: 'DecisionPage', example: { items: [example], total: 1, next: null } });

export type DecisionPage = z.output<typeof decisionPage>;

const hash = z.string().regex(/^sha256:[0-9a-f]{64}$/);

export const decisionView = decisionSummary
  .extend({
    inputs: inputs.describe('the case, as `domicile decide` reads it'),
    inputHash: hash.describe('what is approved'),
    toFillIn: z.array(z.object({ at: z.array(z.union([z.string(), z.number()])), where: z.string(), asks: z.string() })).describe('what still says `fill in`; nobody can approve the inputs before it is'),
    options: z.array(z.object({ id: z.string(), state: z.enum(['admissible', 'blocked', 'infeasible']), because: z.array(z.string()), waived: z.array(z.string()), noRuleAsked: z.boolean() })).describe('how each stands by the rules and what can be run at all, before anything is weighed'),
    asked: z.object({ revision: z.int(), packs: z.record(z.string(), z.string()), facts: z.string() }).nullable().describe('what the packs were asked by when the inputs were put up for approval; absent where the register describes no alternatives of the deployment'),
    resultDigest: hash.nullable(),
    supersededBy: z.uuid().nullable(),
    events: z.array(z.object({ at: z.iso.datetime(), by: z.object({ kind: z.string(), id: z.uuid() }), what: z.string(), details: z.record(z.string(), z.unknown()) })).describe('everything that happened to it, oldest first'),
  })
  .meta({ id: 'Decision', example: { ...example, inputs: { schema: 'domicile/decide-case/1', id: 'claims-assistant-2026' }, inputHash: `sha256:${'5f'.repeat(32)}`, toFillIn: [], options: [{ id: 'own-new', state: 'admissible', because: [], waived: [], noRuleAsked: false }], asked: null, resultDigest: null, supersededBy: null, events: [{ at: example.createdAt, by: { kind: 'user', id: by }, what: 'drafted', details: {} }] } });

export type DecisionView = z.output<typeof decisionView>;

const outcome = z.enum(['fail', 'unknown', 'error', 'pass', 'not-applicable']).nullable();

/** Answer of `GET /decisions/:id/standing`. */
export const decisionStanding = z
  .object({
    standing: z.enum(['holds', 'reopen', 'not-asked']).describe('whether the packs say of the options what they said when the inputs were put up; `not-asked` where they never were'),
    asOf: z.iso.datetime(),
    revision: z.int().nullable().describe('of the register that they were asked on now'),
    undescribed: z.boolean().describe('the register no longer describes the options'),
    changed: z.array(z.object({ option: z.string(), rule: z.string(), was: outcome.describe('absent where nothing blocked by it'), is: outcome.describe('absent where nothing blocks by it'), because: z.string() })),
    packs: z.array(z.string()).describe('packs that are others than then, whether or not they say otherwise'),
    facts: z.boolean().describe('whether the reference facts are others than then'),
  })
  .meta({ id: 'DecisionStanding', example: { standing: 'reopen', asOf: '2026-11-23T12:00:00.000Z', revision: 13, undescribed: false, changed: [{ option: 'api-in-region', rule: 'TRF-01', was: null, is: 'fail', because: 'no transfer tool holds' }], packs: ['transfers'], facts: false } });

export type DecisionStanding = z.output<typeof decisionStanding>;

/** A decision record, whose whole shape is policies/schemas and `domicile decide --format json`. */
export const decisionRecordShown = z
  .looseObject({ schema: z.literal('domicile/decision-record/1'), engine: z.string(), id: z.string(), title: z.string(), status: z.enum(['what-if', 'proposed', 'accepted']), inputHash: hash })
  .meta({ id: 'DecisionRecord', description: 'what `domicile decide --format json` prints', example: { schema: 'domicile/decision-record/1', engine: 'domicile/0.1.0', id: 'claims-assistant-2026', title: example.title, status: 'proposed', inputHash: `sha256:${'5f'.repeat(32)}` } });

/** The inputs of one version. */
export const decisionInputsShown = z.looseObject({ schema: z.literal('domicile/decide-case/1'), id: z.string(), title: z.string() }).meta({ id: 'DecisionInputs', description: 'a case as `domicile decide` reads it', example: { schema: 'domicile/decide-case/1', id: 'claims-assistant-2026', title: example.title } });

export const versionNumber = z.coerce.number('is not a number; write a version that the events name').int().min(1).max(Number.MAX_SAFE_INTEGER);

/** Query of `GET /decisions/:id/report.pdf`. */
export const dossierForm = z.strictObject({ language: z.enum(reportLanguages, { error: `is no language of reports; write one of ${reportLanguages.join(', ')}` }).default('en') });

export type DossierForm = z.output<typeof dossierForm>;

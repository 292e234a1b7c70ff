import { z } from 'zod';
import { severities } from '../../core/policy/severity.js';
import { keepableText } from '../platform/http/keepable-text.js';
import { pageLimit } from '../platform/http/page-limit.js';
import { plainText } from '../platform/http/plain-text.js';
import { ownPolicyStates } from './own-policy.entity.js';
import { policyProblem } from './policy-shapes.js';

/** Most characters of a policy that is written here. */
const longest = 262_144;

const text = keepableText.min(1, 'is empty; write a pack or an overlay').max(longest, `is longer than ${longest} characters; split the pack`).describe('YAML of a pack or an overlay');
const remark = plainText(2000);
const exampleText = 'apiVersion: domicile/v1\nkind: PolicyOverlay\nmetadata: { id: house }\nextends: { pack: transfers, version: "1" }\nrules: { TRF-01: { severity: critical } }\n';

/** Body of what is asked of a text that is not kept. */
export const writtenPolicy = z.strictObject({ text }).meta({ id: 'WrittenPolicy', example: { text: exampleText } });

export type WrittenPolicyBody = z.output<typeof writtenPolicy>;

export const ownPolicyDraft = z
  .strictObject({ name: z.string().max(60, 'is longer than 60 characters').regex(/^[a-z][a-z0-9-]*$/, 'is no id; write lower-case letters, digits and -').describe('id of the pack or the overlay'), text, remark: remark.describe('why') })
  .meta({ id: 'OwnPolicyDraft', example: { name: 'house', text: exampleText, remark: 'the board wants transfers treated as critical' } });

export type OwnPolicyDraft = z.output<typeof ownPolicyDraft>;

export const ownPolicyChange = z.strictObject({ text, remark: remark.describe('why') }).meta({ id: 'OwnPolicyChange', example: { text: exampleText, remark: 'only from March' } });

export type OwnPolicyChange = z.output<typeof ownPolicyChange>;

export const ownPolicyRemark = z.strictObject({ remark }).meta({ id: 'OwnPolicyRemark', example: { remark: 'as the board decided on 2026-11-20' } });

export type OwnPolicyRemark = z.output<typeof ownPolicyRemark>;

const state = z.enum(ownPolicyStates, `is no state of a policy; write one of ${ownPolicyStates.join(', ')}`);

export const ownPolicyQuery = z.strictObject({
  state: state.optional(),
  name: z.string().min(1).max(60).optional(),
  after: z.uuid('is not the id of a policy; write `next` of the page before').optional(),
  limit: pageLimit(200, 50),
});

export type OwnPolicyQuery = z.output<typeof ownPolicyQuery>;

const summary = z.object({
  id: z.uuid(),
  name: z.string(),
  state,
  version: z.int().describe('counts every change'),
  approved: z.object({ kind: z.enum(['pack', 'overlay']), pack: z.string(), packVersion: z.string(), digest: z.string(), by: z.uuid(), at: z.iso.datetime() }).nullable().describe('what the approval froze; absent before'),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});

export type OwnPolicySummary = z.output<typeof summary>;

const example = { id: '01990000-0000-7000-8000-000000000007', name: 'house', state: 'in-review' as const, version: 2, approved: null, createdAt: '2026-11-23T12:00:00.000Z', changedAt: '2026-11-23T12:05:00.000Z' };

export const ownPolicyPage = z.object({ items: z.array(summary).describe('newest first'), total: z.int(), next: z.uuid().nullable() }).meta({ id: 'OwnPolicyPage', example: { items: [example], total: 1, next: null } });

export type OwnPolicyPage = z.output<typeof ownPolicyPage>;

const event = z.object({ id: z.uuid(), at: z.iso.datetime(), by: z.object({ kind: z.string(), id: z.uuid() }), what: z.string(), remark: z.string().nullable(), text: z.string().nullable().describe('the text from then on, where it was written') });

export const ownPolicyView = summary
  .extend({ text: z.string(), mayDecide: z.boolean().describe('whether the asker had no part in it'), events: z.array(event).describe('everything that happened to it, oldest first') })
  .meta({ id: 'OwnPolicy', example: { ...example, text: exampleText, mayDecide: false, events: [{ id: '01990000-0000-7000-8000-000000000008', at: example.createdAt, by: { kind: 'user', id: '01990000-0000-7000-8000-000000000003' }, what: 'drafted', remark: 'the board wants transfers treated as critical', text: exampleText }] } });

export type OwnPolicyView = z.output<typeof ownPolicyView>;

export const policyCheck = z
  .object({
    problems: z.array(policyProblem).describe('what keeps it from compiling, each at its line and column'),
    policy: z
      .object({ id: z.string(), kind: z.enum(['pack', 'overlay']), pack: z.string(), packVersion: z.string(), digest: z.string(), rules: z.array(z.object({ id: z.string(), title: z.string(), subject: z.string(), severity: z.array(z.object({ from: z.string().optional(), is: z.enum(severities) })), enabled: z.boolean() })) })
      .nullable()
      .describe('what it came to be; absent where there are problems'),
  })
  .meta({ id: 'PolicyCheck', example: { problems: [{ file: 'house.yaml', line: 5, column: 10, code: 'overlay', message: "the pack has no rule 'TRF-99'; did you mean 'TRF-09'?" }], policy: null } });

export type PolicyCheck = z.output<typeof policyCheck>;

const ruleReport = z.object({
  ruleId: z.string(),
  tests: z.int(),
  failures: z.array(z.object({ test: z.string(), expected: z.string(), actual: z.string() })),
  conditions: z.object({ total: z.int(), covered: z.int(), uncovered: z.array(z.object({ expression: z.string(), never: z.array(z.enum(['true', 'false'])) })) }),
  mutants: z.object({ total: z.int(), killed: z.int(), excused: z.int(), survived: z.array(z.string()) }),
  problems: z.array(z.string()),
  passed: z.boolean(),
});

export const policyTests = z
  .object({ problems: z.array(policyProblem), passed: z.boolean(), rules: z.array(ruleReport).describe('as `domicile pack test` tells them') })
  .meta({ id: 'PolicyTests', example: { problems: [], passed: true, rules: [{ ruleId: 'ACME-01', tests: 3, failures: [], conditions: { total: 1, covered: 1, uncovered: [] }, mutants: { total: 2, killed: 2, excused: 0, survived: [] }, problems: [], passed: true }] } });

export type PolicyTests = z.output<typeof policyTests>;

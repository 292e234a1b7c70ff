import { z } from 'zod';
import { outcomes } from '../../core/policy/outcome.js';
import { severities } from '../../core/policy/severity.js';
import { keepableText } from '../platform/http/keepable-text.js';
import { triedVerdict } from './tried-verdict.js';

const text = keepableText.min(1, 'is empty; write a pack or an overlay').max(262_144, 'is longer than 262144 characters; split the pack').describe('YAML of a pack or an overlay');
const exampleText = 'apiVersion: domicile/v1\nkind: PolicyOverlay\nmetadata: { id: house }\nextends: { pack: transfers, version: "1" }\nrules: { TRF-01: { severity: critical } }\n';

export const policyTry = z.strictObject({ text, deployment: keepableText.min(1, 'is empty; write the id of a deployment').max(500).describe('id of a deployment of the register') }).meta({ id: 'PolicyTry', example: { text: exampleText, deployment: 'helpdesk' } });

export type PolicyTry = z.output<typeof policyTry>;

export const policyDryRun = z.strictObject({ text }).meta({ id: 'PolicyDryRun', example: { text: exampleText } });

export type PolicyDryRun = z.output<typeof policyDryRun>;

const triedPack = z.object({ id: z.string(), version: z.string(), digest: z.string() });
const judgedOf = { pack: triedPack, revision: z.int().describe('of the register'), asOf: z.iso.datetime() };
const examplePack = { id: 'transfers', version: '1.0.0', digest: 'sha256:0c3e…' };
const exampleOf = { pack: examplePack, revision: 12, asOf: '2026-11-23T12:00:00.000Z' };

export const policyVerdicts = z.object({ ...judgedOf, verdicts: z.array(triedVerdict) }).meta({
  id: 'PolicyVerdicts',
  example: {
    ...exampleOf,
    verdicts: [{ ruleId: 'TRF-01', title: 'Every transfer has a basis', subject: 'deployment/helpdesk', element: 'flow/prompts', outcome: 'unknown', severity: 'critical', message: 'it is not known on what the transfer rests', explanation: [{ expression: 'has(flow.transferBasis)', result: 'unknown', operands: [{ path: 'flow.transferBasis', value: null, state: 'missing' }] }], missing: ['flow.transferBasis'] }],
  },
});

export type PolicyVerdicts = z.output<typeof policyVerdicts>;

const under = z.object({ outcome: z.enum(outcomes), severity: z.enum(severities) }).nullable();

export const policyChanges = z
  .object({
    ...judgedOf,
    replaces: triedPack.nullable().describe('what is in force of that pack; absent where nothing is'),
    judged: z.int().describe('verdicts that the text gives'),
    totals: z.array(z.object({ before: z.enum([...outcomes, 'none']), after: z.enum([...outcomes, 'none']), count: z.int() })).describe('verdicts that would change; `none` where the rule is not asked'),
    changes: z.array(z.object({ ruleId: z.string(), subject: z.string(), element: z.string().nullable(), before: under, after: under, message: z.string().nullable() })).describe('the first 500 of them'),
    total: z.int(),
  })
  .meta({ id: 'PolicyChanges', example: { ...exampleOf, replaces: examplePack, judged: 214, totals: [{ before: 'unknown', after: 'unknown', count: 1 }], changes: [{ ruleId: 'TRF-01', subject: 'deployment/helpdesk', element: 'flow/prompts', before: { outcome: 'unknown', severity: 'high' }, after: { outcome: 'unknown', severity: 'critical' }, message: 'it is not known on what the transfer rests' }], total: 1 } });

export type PolicyChanges = z.output<typeof policyChanges>;

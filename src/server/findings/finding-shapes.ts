import { z } from 'zod';
import { pageLimit } from '../platform/http/page-limit.js';
import { findingStates } from '../../core/finding/follow-finding.js';
import { severities } from '../../core/policy/severity.js';
import { plainText } from '../platform/http/plain-text.js';

const severalOf = <Schema extends z.ZodType>(one: Schema) => z.union([one.transform((single) => [single]), z.array(one).max(10)]).optional();

export const findingId = z.string().regex(/^[0-9a-f]{32}$/, 'is no fingerprint of a finding; write its 32 hexadecimal digits');

const state = z.enum(findingStates, `is no state of a finding; write one of ${findingStates.join(', ')}`);
const severity = z.enum(severities, `is no severity; write one of ${severities.join(', ')}`);

/** Query of `GET /findings`. */
export const findingQuery = z.strictObject({
  state: severalOf(state).describe('given several times, any of them'),
  severity: severalOf(severity).describe('given several times, any of them'),
  verdict: z.enum(['fail', 'unknown', 'error']).optional(),
  pack: plainText(100).optional(),
  rule: plainText(60).optional(),
  subject: plainText(700).optional().describe('key of a record, such as deployment/claims-assistant'),
  assignee: z.union([z.uuid(), z.literal('nobody')], 'is no id of a person; write it, or nobody').optional(),
  search: plainText(200).optional().describe('part of the rule, the subject or the title, whatever the case'),
  sort: z.enum(['severity', '-changed', 'subject'], 'is no order; write severity, -changed or subject').default('severity'),
  after: z.string().max(4000).optional().describe('`next` of the page before; the other parameters stay the same'),
  limit: pageLimit(1000, 100),
});

export type FindingQuery = z.output<typeof findingQuery>;

const findingSummary = z.object({
  fingerprint: z.string(),
  state,
  assignee: z.uuid().nullable(),
  version: z.int(),
  ruleId: z.string(),
  pack: z.string(),
  title: z.string(),
  severity,
  verdict: z.enum(['fail', 'unknown', 'error']).describe('when it was last there'),
  subject: z.string(),
  element: z.string().nullable(),
  message: z.string(),
  openedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  audit: z.uuid().describe('the last audit that saw it'),
});

export type FindingSummary = z.output<typeof findingSummary>;

const audited = z
  .object({ audit: z.uuid(), revision: z.int(), asOf: z.iso.datetime(), stale: z.boolean().describe('the register or the own policies have changed since; audit it again') })
  .nullable()
  .describe('the audit that the states rest on; absent before the first audit of the register');

export type FindingsAudited = z.output<typeof audited>;

const example = {
  fingerprint: '5f1c'.repeat(8),
  state: 'open',
  assignee: null,
  version: 1,
  ruleId: 'DPA-04',
  pack: 'processors',
  title: 'A data protection impact assessment was made where one is due',
  severity: 'high',
  verdict: 'unknown',
  subject: 'deployment/helpdesk',
  element: null,
  message: 'helpdesk needs a data protection impact assessment ((not recorded)), and a finished one is not recorded',
  openedAt: '2026-11-23T12:00:00.000Z',
  changedAt: '2026-11-23T12:00:00.000Z',
  audit: '01990000-0000-7000-8000-000000000000',
};
const auditedExample = { audit: example.audit, revision: 12, asOf: '2026-11-23T12:00:00.000Z', stale: false };

export const findingPage = z
  .object({ items: z.array(findingSummary), total: z.int().describe('findings that fit, on all pages'), counts: z.record(state, z.int()).describe('all findings by state'), audited, next: z.string().nullable() })
  .meta({ id: 'FindingPage', example: { items: [example], total: 1, counts: { open: 1, 'in-progress': 0, resolved: 0, waived: 0, 're-opened': 0 }, audited: auditedExample, next: null } });

export type FindingPage = z.output<typeof findingPage>;

const event = z.object({ id: z.uuid(), at: z.iso.datetime(), by: z.object({ kind: z.string(), id: z.uuid() }), what: z.string(), audit: z.uuid().nullable(), details: z.record(z.string(), z.unknown()) });

export const findingView = findingSummary
  .extend({ finding: z.record(z.string(), z.unknown()).describe('as the last audit that saw it explained it'), events: z.array(event).describe('everything that happened to it, oldest first; the last thousand'), audited })
  .meta({ id: 'Finding', example: { ...example, finding: { ruleId: example.ruleId, subject: example.subject }, events: [{ id: '01990000-0000-7000-8000-000000000005', at: '2026-11-23T12:00:00.000Z', by: { kind: 'user', id: '01990000-0000-7000-8000-000000000003' }, what: 'opened', audit: example.audit, details: {} }], audited: auditedExample } });

export type FindingView = z.output<typeof findingView>;

/** Body of `PATCH /findings/:id`. */
export const findingChange = z
  .strictObject({
    state: z.enum(['open', 'in-progress'], 'is no state that someone sets; write open or in-progress: only an audit resolves a finding, and only an approved waiver waives it').optional(),
    assignee: z.uuid('is no id of a person').nullable().optional(),
    comment: plainText(4000).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'changes nothing; name a field to change')
  .meta({ id: 'FindingChange', example: { state: 'in-progress', comment: 'asked the provider for the region' } });

export type FindingChange = z.output<typeof findingChange>;

export const findingComment = z.strictObject({ text: plainText(4000) }).meta({ id: 'FindingComment', example: { text: 'the contract names Frankfurt; uploading it' } });

export type FindingComment = z.output<typeof findingComment>;

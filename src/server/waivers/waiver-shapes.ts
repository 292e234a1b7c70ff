import { z } from 'zod';
import { pageLimit } from '../platform/http/page-limit.js';
import { instant } from '../../core/inventory/instant.js';
import { plainText } from '../platform/http/plain-text.js';

/** Body of `POST /waivers` and `PUT /waivers/:id`. */
export const waiverDraft = z
  .strictObject({
    findings: z.array(z.string().regex(/^[0-9a-f]{32}$/, 'is no fingerprint of a finding')).min(1, 'is empty; name the findings to be waived').max(200, 'has more than 200 findings; request several waivers').describe('fingerprints, all of one pack'),
    reason: z.enum(['risk-accepted', 'compensating-control', 'false-positive', 'migration']),
    justification: plainText(4000),
    compensatingMeasure: plainText(2000).optional(),
    ticket: plainText(200).optional(),
    validFrom: instant.optional().describe('inclusive; the moment of approval when absent'),
    expiresAt: instant.describe('exclusive; not longer after validFrom than the pack allows'),
  })
  .meta({ id: 'WaiverDraft', example: { findings: ['0123456789abcdef0123456789abcdef'], reason: 'migration', justification: 'moves to the Frankfurt region with the release of March', expiresAt: '2027-03-31' } });

export type WaiverDraft = z.output<typeof waiverDraft>;

export const waiverStates = ['draft', 'in-review', 'approved', 'rejected', 'withdrawn', 're-opened', 'expired'] as const;

const state = z.enum(waiverStates, `is no state of a waiver; write one of ${waiverStates.join(', ')}`);

export const waiverQuery = z.strictObject({
  state: state.optional(),
  expiresBefore: instant.optional().describe('only what ends before this instant'),
  after: z.coerce.number('is not a number; write `next` of the page before').int().min(0).max(2_147_483_647).optional(),
  limit: pageLimit(200, 50),
});

export type WaiverQuery = z.output<typeof waiverQuery>;

const waiverSummary = z.object({
  id: z.uuid(),
  name: z.string().describe('as results and reports call it, such as W-12'),
  state,
  version: z.int(),
  pack: z.string(),
  rules: z.array(z.string()),
  subjects: z.array(z.object({ subject: z.string(), element: z.string().optional() })),
  findings: z.array(z.string()),
  reason: z.string(),
  justification: z.string(),
  compensatingMeasure: z.string().optional(),
  ticket: z.string().optional(),
  validFrom: z.string().nullable().describe('absent until it is approved, unless the request names it'),
  expiresAt: z.string(),
  requestedBy: z.uuid(),
  approvals: z.array(z.object({ by: z.string(), role: z.string(), at: z.string() })),
  approverRoles: z.array(z.string()).describe('one of these roles must approve it'),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});

export type WaiverSummary = z.output<typeof waiverSummary>;

const example = {
  id: '01990000-0000-7000-8000-000000000006',
  name: 'W-12',
  state: 'in-review',
  version: 2,
  pack: 'processors',
  rules: ['DPA-04'],
  subjects: [{ subject: 'deployment/helpdesk' }],
  findings: ['0123456789abcdef0123456789abcdef'],
  reason: 'migration',
  justification: 'the assessment is under way and ends with the release of March',
  validFrom: null,
  expiresAt: '2027-03-31T00:00:00.000Z',
  requestedBy: '01990000-0000-7000-8000-000000000003',
  approvals: [],
  approverRoles: ['compliance-officer', 'data-protection-officer'],
  createdAt: '2026-11-23T12:00:00.000Z',
  changedAt: '2026-11-23T12:05:00.000Z',
};

export const waiverPage = z.object({ items: z.array(waiverSummary).describe('newest first'), total: z.int(), next: z.int().nullable() }).meta({ id: 'WaiverPage', example: { items: [example], total: 1, next: null } });

export type WaiverPage = z.output<typeof waiverPage>;

export const waiverView = waiverSummary.extend({ events: z.array(z.object({ at: z.iso.datetime(), by: z.object({ kind: z.string(), id: z.uuid() }), what: z.string(), details: z.record(z.string(), z.unknown()) })).describe('everything that happened to it, oldest first') }).meta({ id: 'WaiverRequest', example: { ...example, events: [{ at: example.createdAt, by: { kind: 'user', id: example.requestedBy }, what: 'requested', details: {} }] } });

export type WaiverView = z.output<typeof waiverView>;

export const waiverRemark = z.strictObject({ remark: plainText(4000) }).meta({ id: 'WaiverRemark', example: { remark: 'accepted until the move; the contract is signed' } });

export type WaiverRemark = z.output<typeof waiverRemark>;

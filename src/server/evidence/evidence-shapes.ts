import { z } from 'zod';
import { pageLimit } from '../platform/http/page-limit.js';
import { plainText } from '../platform/http/plain-text.js';

const types = ['contract', 'data-processing-agreement', 'impact-assessment', 'certificate', 'assessment', 'test-report', 'licence', 'decision', 'other'] as const;

const type = z.enum(types, `is no type of evidence; write one of ${types.join(', ')}`);

/** What is taken in; everything else is handed out as bytes without a type. */
export const mediaTypes = [
  'application/pdf',
  'application/json',
  'application/xml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/jpeg',
  'image/png',
  'message/rfc822',
  'text/csv',
  'text/markdown',
  'text/plain',
] as const;

const day = z.iso.date('is not a day; write one such as 2026-11-23');

/** Body of `POST /evidence`. */
export const newEvidence = z
  .strictObject({
    title: plainText(300),
    type,
    record: plainText(700).optional().describe('key of the record it speaks of, such as provider/azure'),
    effective: day.describe('the day from which what it says holds; not the day it is added'),
    expires: day.optional().describe('the first day on which it no longer holds'),
    note: plainText(2000).optional(),
    revises: z.uuid('is no id of evidence').optional().describe('evidence whose place it takes; that stays readable'),
    fileName: plainText(200).refine((name) => !/[/\\\p{Cc}]|^\.+$/u.test(name), 'is not a plain name of a file'),
    mediaType: z.enum(mediaTypes, `is no type that is taken in; write one of ${mediaTypes.join(', ')}`),
    content: z.base64('is not Base64').min(1, 'is empty').describe('the bytes in Base64'),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256; write 64 hexadecimal digits').optional().describe('of the bytes; where given it is compared'),
  })
  .superRefine(({ effective, expires }, context) => {
    if (expires !== undefined && expires <= effective) context.addIssue({ code: 'custom', path: ['expires'], message: 'is not after the effective day; write a later one' });
  })
  .meta({ id: 'NewEvidence', example: { title: 'Data processing agreement', type: 'data-processing-agreement', record: 'provider/azure', effective: '2026-02-01', fileName: 'dpa.txt', mediaType: 'text/plain', content: 'SGVsbG8=' } });

export type NewEvidence = z.output<typeof newEvidence>;

export const evidenceQuery = z.strictObject({
  record: plainText(700).optional(),
  type: type.optional(),
  expiresBefore: day.optional().describe('only what ends before this day'),
  superseded: z.enum(['exclude', 'include']).default('exclude').describe('whether to list what a revision has taken the place of'),
  after: z.uuid('is no id of evidence; write `next` of the page before').optional(),
  limit: pageLimit(200, 50),
});

export type EvidenceQuery = z.output<typeof evidenceQuery>;

const summary = z.object({
  id: z.uuid(),
  title: z.string(),
  type: z.string(),
  record: z.string().nullable(),
  effective: z.string(),
  expires: z.string().nullable(),
  note: z.string().nullable(),
  revises: z.uuid().nullable(),
  revisedBy: z.uuid().nullable(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.int().describe('in bytes'),
  sha256: z.string(),
  addedAt: z.iso.datetime(),
  addedBy: z.uuid(),
});

export type EvidenceSummary = z.output<typeof summary>;

const example = {
  id: '01990000-0000-7000-8000-000000000007',
  title: 'Data processing agreement',
  type: 'data-processing-agreement',
  record: 'provider/azure',
  effective: '2026-02-01',
  expires: null,
  note: null,
  revises: null,
  revisedBy: null,
  fileName: 'dpa.txt',
  mediaType: 'text/plain',
  size: 5,
  sha256: '185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969',
  addedAt: '2026-11-23T12:00:00.000Z',
  addedBy: '01990000-0000-7000-8000-000000000003',
};

export const evidencePage = z.object({ items: z.array(summary).describe('newest first'), total: z.int(), next: z.uuid().nullable() }).meta({ id: 'EvidencePage', example: { items: [example], total: 1, next: null } });

export type EvidencePage = z.output<typeof evidencePage>;

export const evidenceView = summary.extend({ reads: z.array(z.object({ at: z.iso.datetime(), by: z.object({ kind: z.string(), id: z.uuid() }), why: z.string() })).describe('who has read its bytes, newest first; the last thousand') }).meta({ id: 'EvidenceItem', example: { ...example, reads: [{ at: example.addedAt, by: { kind: 'user', id: example.addedBy }, why: 'download' }] } });

export type EvidenceView = z.output<typeof evidenceView>;

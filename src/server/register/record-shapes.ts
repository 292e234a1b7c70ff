import { z } from 'zod';
import { pageLimit } from '../platform/http/page-limit.js';
import { instant } from '../../core/inventory/instant.js';
import { nounKinds } from '../../core/inventory/noun-kind.js';
import { keepableText } from '../platform/http/keepable-text.js';
import { plainText } from '../platform/http/plain-text.js';
import { reason } from './import-shapes.js';

export const recordKind = z.enum(nounKinds, `is no kind of record; write one of ${nounKinds.join(', ')}`);

export const recordKeyInPath = keepableText.min(1).max(600, 'is longer than 600 characters; no record has such an id').describe('id of the record within its kind, percent-encoded');

const revision = z.coerce.number('is not a number; write that of a revision').int('is not whole; write the number of a revision').min(0).max(Number.MAX_SAFE_INTEGER);

export const pointInTime = z.strictObject({
  asOf: instant.optional().describe('read as the register stood at this instant, in the words of then'),
  revision: revision.optional().describe('read as the register stood with this revision'),
});

export type PointInTime = z.output<typeof pointInTime>;

const fieldCondition = keepableText
  .regex(/^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*){0,7}=/s, 'is no condition; write a field, = and a value, such as place.country=DE')
  .max(500, 'is longer than 500 characters');

/** Query of a list of records. */
export const recordQuery = pointInTime.extend({
  kind: recordKind.optional(),
  search: plainText(200).optional().describe('part of the id or the name, whatever the case'),
  where: z
    .union([fieldCondition.transform((one) => [one]), z.array(fieldCondition).max(10, 'has more than 10 conditions')])
    .default([])
    .describe('field=value; given several times, all must hold. A field with dots lies deeper; a list holds when one of its members does'),
  disputed: z.enum(['yes', 'no']).optional().describe('only records on whose fields sources contradict each other, or only the others'),
  retired: z.enum(['exclude', 'include', 'only']).default('exclude'),
  sort: z.enum(['id', '-id', 'name', '-name', 'changed', '-changed'], 'is no order; write id, name or changed, with - before it for the reverse').default('id'),
  after: z.string().max(4000).optional().describe('`next` of the page before; the other parameters stay the same'),
  limit: pageLimit(1000, 100),
});

export type RecordQuery = z.output<typeof recordQuery>;

/** Query of `GET /register/export`. */
export const recordExport = recordQuery.omit({ after: true, limit: true }).extend({ kind: recordKind, format: z.enum(['csv', 'xlsx'], 'is no format of a table; write csv or xlsx').default('csv') });

export type RecordExport = z.output<typeof recordExport>;

const jsonObject = z.record(z.string(), z.unknown());

export const recordSummary = z.object({
  kind: recordKind,
  id: z.string(),
  key: z.string(),
  revision: z.int().describe('with which it became what it is'),
  retired: z.boolean().describe('no source speaks of it any longer; `value` is the last state it had'),
  value: jsonObject,
  disputed: z.array(z.string()).describe('JSON pointers of fields on which sources contradict each other'),
  sources: z.array(z.string()).describe('paths of the sources that speak of it'),
});

export type RecordSummary = z.output<typeof recordSummary>;

const example = { kind: 'deployment', id: 'claims-assistant', key: 'deployment/claims-assistant', revision: 12, retired: false, value: { name: 'Claims assistant', place: { country: 'DE' } }, disputed: [], sources: ['claims-service/domicile.yaml'] };
const changeExample = { revision: 12, changedAt: '2026-11-23T12:00:00.000Z', changedBy: { kind: 'user', id: '01990000-0000-7000-8000-000000000003' }, reason: 'moved to the data centre in Frankfurt' };

export const recordPage = z
  .object({ items: z.array(recordSummary), total: z.int().describe('records that fit, on all pages'), revision: z.int().describe('of the register; give it with the next page to read one state throughout'), next: z.string().nullable().describe('`after` of the next page') })
  .meta({ id: 'RecordPage', example: { items: [example], total: 1, revision: 12, next: null } });

export type RecordPage = z.output<typeof recordPage>;

const change = z.object({ revision: z.int(), changedAt: z.iso.datetime(), changedBy: z.object({ kind: z.string(), id: z.uuid() }), reason: z.string() });

export const recordView = recordSummary
  .extend({ change, statements: z.array(z.object({ path: z.string(), importer: z.string(), value: jsonObject, origin: jsonObject, origins: z.record(z.string(), jsonObject) })).describe('what each source says of it, and where') })
  .meta({ id: 'Record', example: { ...example, change: changeExample, statements: [{ path: 'claims-service/domicile.yaml', importer: 'domicile-yaml', value: example.value, origin: { path: 'claims-service/domicile.yaml', line: 12 }, origins: {} }] } });

export type RecordView = z.output<typeof recordView>;

const version = change.extend({ what: z.enum(['added', 'changed', 'moved', 'retired']), value: jsonObject, fields: z.array(z.object({ pointer: z.string(), before: z.unknown().optional(), after: z.unknown().optional() })).describe('what differs from the version before') });

export const versionPage = z.object({ items: z.array(version).describe('newest first'), next: z.int().nullable().describe('`before` of the next page') }).meta({ id: 'RecordVersions', example: { items: [{ ...changeExample, what: 'changed', value: example.value, fields: [{ pointer: '/place/country', before: 'IE', after: 'DE' }] }], next: null } });

export type VersionPage = z.output<typeof versionPage>;

export const versionQuery = z.strictObject({ before: revision.optional().describe('`next` of the page before'), limit: pageLimit(200, 50) });

export type VersionQuery = z.output<typeof versionQuery>;

/** Body of `PUT /register/records/:kind/:id`. */
export const statedRecord = z
  .strictObject({
    value: jsonObject.describe('what is stated of the record; a field that is left out is not stated'),
    replaces: z.array(keepableText.max(1000)).max(1000).default([]).describe('paths of sources whose statements on this record give way; those of others stay, and may contradict'),
    reason,
  })
  .meta({ id: 'StatedRecord', example: { value: { name: 'Claims assistant', place: { country: 'DE' } }, replaces: [], reason: 'moved to the data centre in Frankfurt' } });

export type StatedRecord = z.output<typeof statedRecord>;

const confirmationExample = { record: 'deployment/claims-assistant', revision: 12, confirmedAt: '2026-11-30T09:00:00.000Z', confirmedBy: changeExample.changedBy };

export const confirmation = z.object({ record: z.string(), revision: z.int().describe('the version that was confirmed'), confirmedAt: z.iso.datetime(), confirmedBy: change.shape.changedBy }).meta({ id: 'RecordConfirmation', example: confirmationExample });

export type Confirmation = z.output<typeof confirmation>;

export const retirement = z.strictObject({ reason });

export type Retirement = z.output<typeof retirement>;

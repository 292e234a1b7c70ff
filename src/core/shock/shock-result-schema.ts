import { z } from 'zod';
import { severities } from '../policy/severity.js';
import { shock } from './shock.js';
import { type ShockResult } from './shock-result.js';

const count = z.number().int().nonnegative();
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const place = { line: z.number().int().positive().optional(), column: z.number().int().positive().optional() };

const broken = z.strictObject({
  ruleId: z.string(),
  title: z.string(),
  severity: z.enum(severities),
  before: z.enum(['no finding', 'unknown', 'fail']),
  after: z.enum(['fail', 'unknown', 'error']),
  subject: z.string(),
  element: z.string().optional(),
  message: z.string(),
  waived: z.boolean(),
});

const fallback = z.strictObject({
  state: z.enum(['tested', 'untested', 'hit-too', 'unknown', 'not-recorded']),
  why: z.string(),
  deployment: z.string().nullable(),
  model: z.string().nullable(),
  testedAt: z.string().nullable(),
  daysWithout: count.nullable().describe('days without service until it takes over or the cut-off ends; null where nothing stops, or nothing says'),
});

const deployment = z.strictObject({
  id: z.string(),
  name: z.string(),
  criticality: z.string().nullable(),
  usersPerMonth: count.nullable(),
  impact: z.enum(['breaks', 'undecided', 'unchanged']),
  stops: z.enum(['yes', 'no', 'unknown']),
  why: z.string(),
  loses: z.array(z.strictObject({ flow: z.string(), stage: z.string().nullable(), to: z.string().nullable() })),
  breaks: z.array(broken),
  stands: count.describe('findings that stood before the shock and stand after it'),
  mends: z.array(z.string()),
  fallback,
});

const radius = z.strictObject({
  criticality: z.string().nullable(),
  breaks: count,
  undecided: count,
  unchanged: count,
  usersPerMonth: z.strictObject({ value: count, unit: z.literal('users/month'), kind: z.literal('declared'), notStatedFor: count }),
});

/** What `domicile shock --format json` prints, as a schema; a type check holds it to {@link ShockResult}. */
export const shockResultSchema = z
  .strictObject({
    schema: z.literal('domicile/shock-result/1'),
    engine: z.string(),
    asOf: z.iso.datetime(),
    shock,
    digests: z.strictObject({ snapshot: digest, facts: digest, factsAfter: digest, packs: z.record(z.string(), digest) }),
    counts: z.strictObject({ breaks: count, undecided: count, unchanged: count }),
    blastRadius: z.array(radius),
    deployments: z.array(deployment),
    elsewhere: z.array(broken),
    problems: z.array(z.strictObject({ file: z.string(), ...place, code: z.string(), message: z.string(), level: z.literal('warning').optional() })),
  })
  .meta({ id: 'ShockResult' });

/** Fails to compile where the schema and the type part ways. */
export type SchemaCoversShock = Omit<ShockResult, 'shock'> extends DeepReadonly<Omit<z.infer<typeof shockResultSchema>, 'shock'>> ? true : never;
type DeepReadonly<T> = T extends readonly (infer Item)[] ? readonly DeepReadonly<Item>[] : T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

import { z } from 'zod';
import { confidence } from '../inventory/confidence.js';
import { severities } from '../policy/severity.js';
import { type AuditResult } from './audit-result.js';

const severity = z.enum(severities);
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();
const outcomeCounts = z.strictObject({ pass: count, fail: count, unknown: count, 'not-applicable': count, error: count });
const place = { line: z.number().int().positive().optional(), column: z.number().int().positive().optional() };
const openVerdict = z.enum(['fail', 'unknown', 'error']);

const operand = z.strictObject({ path: z.string(), value: z.unknown(), state: z.enum(['missing', 'contradicted', 'unreadable', 'masked']).optional(), evidence: z.string().optional() });

const finding = z.strictObject({
  fingerprint: z.string().describe('identity across runs: rule, subject and element'),
  ruleId: z.string(),
  pack: z.string(),
  title: z.string(),
  severity,
  verdict: openVerdict,
  subject: z.string(),
  element: z.string().optional(),
  message: z.string(),
  rationale: z.string(),
  remediation: z.string(),
  controls: z.array(z.string()),
  explanation: z.array(z.strictObject({ expression: z.string(), result: z.union([z.boolean(), z.literal('unknown')]), operands: z.array(operand) })),
  missing: z.array(z.string()),
  facts: z.array(z.strictObject({ id: z.string(), confidence: z.string(), state: z.string(), overlay: z.string().optional().describe('the organisation set the fact itself, under this name') })),
  location: z.strictObject({ file: z.string(), line: z.number().int().positive(), column: z.number().int().positive() }).nullable(),
  waiver: z.strictObject({ id: z.string(), state: z.enum(['active', 'expired', 'expiring']), reason: z.string(), approvedBy: z.array(z.string()), expiresAt: z.string() }).nullable(),
  baselineState: z.enum(['new', 'unchanged']).nullable(),
});

const rule = z.strictObject({ ruleId: z.string(), pack: z.string(), title: z.string(), severity, rationale: z.string(), remediation: z.string(), controls: z.array(z.string()), counts: outcomeCounts, unverifiedFacts: z.array(z.string()), ownFacts: z.array(z.string()).optional() });

const option = z.strictObject({
  deployment: z.string(),
  option: z.string(),
  title: z.string(),
  kind: z.string(),
  admissible: z.enum(['yes', 'no', 'unknown']),
  breaks: z.array(z.strictObject({ ruleId: z.string(), severity, verdict: openVerdict, element: z.string().optional(), message: z.string() })),
});

const waiver = z.strictObject({
  id: z.string(),
  state: z.enum(['active', 'expired', 'expiring', 'unused', 'not-yet-valid', 'guard-ended', 'invalid']),
  note: z.string().optional(),
  pack: z.string(),
  rules: z.array(z.string()),
  reason: z.string(),
  justification: z.string(),
  compensatingMeasure: z.string().optional(),
  ticket: z.string().optional(),
  requestedBy: z.string(),
  approvedBy: z.array(z.string()),
  validFrom: z.string(),
  expiresAt: z.string(),
  matched: z.array(z.string()),
});

const contradiction = z.strictObject({ record: z.string(), pointer: z.string(), decided: z.boolean(), claims: z.array(z.strictObject({ value: z.unknown(), source: z.string(), ...place, confidence })) });

const diff = z.strictObject({
  egress: z.array(z.strictObject({ flow: z.string(), from: z.string(), to: z.string(), change: z.enum(['added', 'removed', 'changed']) })),
  licences: z.array(z.strictObject({ model: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  absent: z.array(z.string()),
});

/** What `domicile check --format json` prints, as a schema; a type check holds it to {@link AuditResult}. */
export const auditResultSchema = z
  .strictObject({
    schema: z.literal('domicile/audit-result/1'),
    engine: z.string(),
    asOf: z.iso.datetime(),
    organisation: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    part: z
      .strictObject({ only: z.array(z.string()), subjects: z.array(z.string()).describe('keys of the subjects that were judged'), of: count.describe('subjects of the whole inventory') })
      .optional()
      .describe('the part of the inventory that everything here is of; absent where it is of the whole'),
    conclusion: z.enum(['conforming', 'non-conforming', 'inconclusive']),
    gate: z.strictObject({ blocked: z.boolean(), by: z.array(z.string()) }),
    digests: z.strictObject({ snapshot: digest, packs: z.record(z.string(), digest), facts: digest }),
    ownFacts: z.array(z.strictObject({ overlay: z.string(), facts: z.array(z.string()) })).optional().describe('what the organisation laid over the shipped facts'),
    counts: outcomeCounts.extend({ waived: count }),
    rules: z.array(rule),
    findings: z.array(finding),
    options: z.array(option),
    waivers: z.array(waiver),
    contradictions: z.array(contradiction),
    egress: z.array(z.strictObject({ flow: z.string(), stage: z.string().nullable(), from: z.string(), to: z.string(), countries: z.array(z.string()) })),
    licences: z.array(z.strictObject({ model: z.string(), expression: z.string().nullable() })),
    diff: diff.nullable(),
    evidence: z.array(z.strictObject({ id: z.string(), source: z.string(), sha256: z.string(), locator: z.string(), ...place, importer: z.string(), confidence, effective: z.string().optional(), note: z.string().optional() })),
    problems: z.array(z.strictObject({ file: z.string(), ...place, code: z.string(), message: z.string(), level: z.literal('warning').optional() })),
  })
  .meta({ id: 'AuditResult' }) satisfies z.ZodType<unknown, unknown>;

/** Fails to compile where the schema and the type part ways. */
export type SchemaCoversResult = AuditResult extends DeepReadonly<z.infer<typeof auditResultSchema>> ? true : never;
type DeepReadonly<T> = T extends readonly (infer Item)[] ? readonly DeepReadonly<Item>[] : T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

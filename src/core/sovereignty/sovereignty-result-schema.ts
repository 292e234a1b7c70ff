import { z } from 'zod';
import { type SovereigntyResult } from './sovereignty-result.js';

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const level = z.number().int().min(0).max(4);
const percent = z.number().int().min(0).max(100);
const place = { line: z.number().int().positive().optional(), column: z.number().int().positive().optional() };

const gap = z.strictObject({ level, ruleId: z.string().nullable(), asks: z.string(), state: z.enum(['open', 'missed']), because: z.array(z.string()), remediation: z.string().nullable() });
const objective = z.strictObject({ objective: z.string(), name: z.string(), weight: z.number().positive().describe('per cent'), low: level, high: level, gaps: z.array(gap) });

/** What `domicile seal --format json` prints, as a schema; a type check holds it to {@link SovereigntyResult}. */
export const sovereigntyResultSchema = z
  .strictObject({
    schema: z.literal('domicile/sovereignty-result/1'),
    engine: z.string(),
    asOf: z.iso.datetime(),
    framework: z.strictObject({ id: z.string(), name: z.string(), label: z.string().describe('adaptation: print it wherever a level is shown'), confidence: z.string(), levels: z.array(z.strictObject({ level, name: z.string(), detail: z.string() })) }),
    digests: z.strictObject({ snapshot: digest, facts: digest, pack: digest }),
    deployments: z.array(z.strictObject({ id: z.string(), name: z.string(), objectives: z.array(objective), score: z.strictObject({ low: percent, high: percent, unit: z.literal('per cent') }) })),
    problems: z.array(z.strictObject({ file: z.string(), ...place, code: z.string(), message: z.string(), level: z.literal('warning').optional() })),
  })
  .meta({ id: 'SovereigntyResult' });

/** Fails to compile where the schema and the type part ways. */
export type SchemaCoversSovereignty = SovereigntyResult extends DeepReadonly<z.infer<typeof sovereigntyResultSchema>> ? true : never;
type DeepReadonly<T> = T extends readonly (infer Item)[] ? readonly DeepReadonly<Item>[] : T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

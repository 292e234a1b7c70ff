import { z } from 'zod';
import { type ComponentEvidence } from './component-evidence.js';
import { type OpennessAssessment } from './openness-assessment.js';

const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).describe('0 unclassified, 3 Open Model, 2 Open Tooling, 1 Open Science');
const progress = z.strictObject({ 1: z.number(), 2: z.number(), 3: z.number() }).describe('per cent');
const names = z.array(z.string());

const evidence = z.strictObject({
  component: z.string(),
  type: z.enum(['code', 'data', 'document']),
  class: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  required: z.boolean(),
  state: z.enum(['open', 'not-open', 'unlicensed', 'missing']),
  licence: z.string().optional(),
  licenceFrom: z.enum(['component', 'type', 'distribution']).optional(),
  osiApproved: z.boolean(),
  suitsType: z.boolean(),
  likelyLicence: z.string().optional().describe('the open licence that the written words probably mean; it does not count until the record says so'),
  location: z.string().optional(),
  licenceLocation: z.string().optional(),
});

/** One entry of the output of `domicile openness`, in the order of its contract. */
export const opennessResult = z
  .strictObject({
    file: z.string(),
    name: z.string(),
    toolClass: level,
    strictClass: level,
    progress,
    missing: z.strictObject({ 1: names, 2: names, 3: names }),
    invalid: names,
    unlicensed: names,
    framework: z.string(),
    strictProgress: progress,
    osaid: z.strictObject({ verdict: z.enum(['yes', 'no', 'unknown']).describe('yes: a candidate; the OSI certifies no model'), reasons: names }),
    record: z.strictObject({ date: z.string().nullable(), ageInDays: z.number().int().nullable() }),
    evidence: z.array(evidence),
    warnings: names,
  })
  .meta({ id: 'OpennessResult' });
type Frozen<Value> = Value extends object ? { readonly [Key in keyof Value]: Frozen<Value[Key]> } : Value;
export type OpennessResult = Frozen<z.infer<typeof opennessResult>>;

export function toOpennessResult(file: string, assessment: OpennessAssessment): OpennessResult {
  const { name, framework, tool, strict, osaid, invalid, unlicensed, components, recordDate, ageInDays, warnings } = assessment;
  return {
    file,
    name,
    toolClass: tool.class,
    strictClass: strict.class,
    progress: tool.progress,
    missing: tool.missing,
    invalid,
    unlicensed,
    framework,
    strictProgress: strict.progress,
    osaid,
    record: { date: recordDate, ageInDays },
    evidence: components.map(toEvidence),
    warnings,
  };
}

function toEvidence({ component, ...rest }: ComponentEvidence): OpennessResult['evidence'][number] {
  const { name, type, class: level, required } = component;
  return { component: name, type, class: level, required, ...rest };
}

import { z } from 'zod';

const json = z.record(z.string(), z.unknown());

export const policyLanguage = z
  .object({
    pack: json.describe('JSON Schema of a pack'),
    overlay: json.describe('JSON Schema of an overlay'),
    types: json.describe('types of the variables of rules, by name'),
    variables: z.record(z.string(), z.array(z.string())).describe('variables that a rule reads, by what it is about'),
    controls: z.array(z.object({ id: z.string(), requirement: z.string() })).describe('what rules may cite'),
  })
  .meta({ id: 'PolicyLanguage', example: { pack: { type: 'object' }, overlay: { type: 'object' }, types: { model: { kind: 'object', fields: { id: { type: { kind: 'string' }, optional: false, sensitive: false } } } }, variables: { model: ['model', 'organisation'] }, controls: [{ id: 'GDPR-44', requirement: 'Personal data leave the Union only where the conditions of Chapter V are met.' }] } });

export type PolicyLanguage = z.output<typeof policyLanguage>;

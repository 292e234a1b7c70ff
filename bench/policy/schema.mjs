/** Types of the documents of the policy benchmark: what rules see of an organisation, its deployments, their flows and models. */
import { z } from 'zod';

const word = z.string().max(200);
const country = z.string().max(3);
const day = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);
const flag = z.boolean().optional();
const mechanism = z.enum(['not-needed', 'adequacy', 'dpf', 'scc', 'bcr', 'derogation', 'none']).optional();

const party = z.strictObject({ id: word, name: word.optional(), kind: word.optional(), country: country.optional(), parentCountry: country.optional(), recorded: z.boolean(), transfersCertified: flag, dpfCheckedAt: day.optional(), keepsDays: z.number().optional() });
const destination = z.strictObject({ country, why: word, inEea: flag, adequacy: z.enum(['not-needed', 'adequate', 'partial', 'ended', 'none']).optional(), covered: flag });
const licence = z.strictObject({
  id: word, name: word.optional(), known: z.boolean(), carriedBy: word, commercialUse: z.enum(['yes', 'no', 'conditional']).optional(), capped: flag,
  cap: z.strictObject({ threshold: z.number().optional(), actual: z.number().optional() }).optional(),
  excludedCountries: z.array(country).max(60).optional(), places: z.array(country).max(60).optional(),
  restrictedUses: z.array(z.strictObject({ tag: word, clause: word.optional() })).max(60).optional(),
});

export const schemas = {
  organisation: z.strictObject({ id: word, name: word.optional(), seat: country.optional(), personalDataPolicyDays: z.number().optional(), usersPerMonth: z.number().optional() }),
  deployment: z.strictObject({
    id: word, name: word.optional(), description: word.optional(), owner: word.optional(), purpose: word.optional(), environment: z.enum(['production', 'staging', 'test']).optional(), status: z.enum(['planned', 'live', 'retired']).optional(),
    criticality: z.enum(['critical', 'important', 'standard', 'low']).optional(), commercial: flag, closed: flag, uses: z.array(word).max(40).optional(),
    engine: z.strictObject({ id: word.optional(), version: word.optional(), lifecycle: z.enum(['active', 'maintenance', 'archived']).optional(), patchOwner: word.optional() }).optional(),
    dpia: z.strictObject({ status: z.enum(['done', 'not-required', 'missing']).optional(), date: day.optional() }).optional(),
    fallback: z.strictObject({ model: word.optional(), testedAt: day.optional() }).optional(),
    licences: z.array(licence).max(20).optional(),
  }),
  flow: z.strictObject({
    id: word, stage: z.enum(['prompt', 'completion', 'embedding', 'log', 'telemetry', 'support', 'backup']).optional(), from: word.optional(), to: word.optional(), categories: z.array(word).max(60).optional(), subjects: z.array(word).max(30).optional(),
    personal: flag, leavesEea: flag, covered: flag, restsOnAdequacy: flag, toUnitedStates: flag, foreignReach: flag, keysOutOfReach: flag, readable: flag,
    scope: z.enum(['site', 'region', 'geography', 'global']).optional(), retentionDays: z.number().optional(), recipient: party.optional(), destinations: z.array(destination).max(60).optional(),
    transferBasis: z.strictObject({ mechanism, fallbackMechanism: mechanism, signedAt: day.optional(), transferAssessment: z.strictObject({ date: day.optional(), reference: word.optional() }).optional() }).optional(),
    onwardTo: z.array(z.strictObject({ name: word, country: country.optional(), mechanism, covered: flag })).max(100).optional(),
    localStorage: z.array(z.strictObject({ country, law: word, strength: z.enum(['hard', 'conditional', 'soft']), kept: flag })).max(60).optional(),
  }),
  model: z.strictObject({
    id: word, name: word.optional(), developer: word.optional(), source: z.strictObject({ hub: word.optional(), repository: word.optional(), revision: word.optional() }).optional(),
    licence: z.strictObject({ expression: word.optional() }).optional(), termsReadAt: day.optional(),
    artefacts: z.array(z.strictObject({ path: word, sha256: word.optional(), digestMatches: flag, unsafe: flag })).max(200).optional(),
    lineage: z.array(z.strictObject({ model: word, relation: z.enum(['finetune', 'adapter', 'merge', 'quantized']), recorded: z.boolean(), freer: flag })).max(60).optional(),
  }),
};

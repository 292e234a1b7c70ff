import { z } from 'zod';

const words = z.string().max(2_000);
const named = z.looseObject({ name: words.nullish() }).nullish();

/** The tool writes an empty list and an empty mapping alike. */
const emptyOr = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'object' && value !== null && Object.keys(value).length === 0 ? undefined : value), schema.optional());

const component = z.looseObject({ name: words.min(1), license: words.nullish(), license_path: z.unknown().optional(), component_path: z.unknown().optional() });

/**
 * A release as the Model Openness Tool records it, one YAML file per model. Keys the classification does not read are let through.
 * A licence written without a value counts as none: it does not inherit the licence of the whole release.
 */
export const opennessRecord = z.looseObject({
  release: z.looseObject({
    name: z.union([words.min(1), z.number().transform(String)]),
    date: z.unknown().optional(),
    license: emptyOr(z.looseObject({ distribution: named, code: named, data: named, document: named })).nullish(),
    components: emptyOr(z.array(component).max(500)).nullish(),
  }),
});
export type OpennessRecord = z.infer<typeof opennessRecord>;

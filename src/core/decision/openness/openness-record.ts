import { z } from 'zod';

const words = z.string().max(2_000);
const loose = z.union([words, z.number()]).nullish();
const named = z.looseObject({ name: words.nullish(), path: words.nullish() }).nullish();

/** The tool writes an empty list and an empty mapping alike. */
const emptyOr = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'object' && value !== null && Object.keys(value).length === 0 ? undefined : value), schema.optional());

const component = z.looseObject({
  name: words.min(1),
  description: words.nullish(),
  license_path: words.nullish(),
  component_path: words.nullish(),
  license: words.nullish(),
});

/**
 * A release as the Model Openness Tool records it, one YAML file per model. Keys the classification does not read are let through.
 * A licence written without a value counts as none: it does not inherit the licence of the whole release.
 */
export const opennessRecord = z.looseObject({
  framework: z.looseObject({ name: words.nullish(), version: loose }).nullish(),
  release: z.looseObject({
    name: z.union([words.min(1), z.number().transform(String)]),
    version: loose,
    date: loose,
    producer: loose,
    license: emptyOr(z.looseObject({ distribution: named, code: named, data: named, document: named })).nullish(),
    components: emptyOr(z.array(component).max(500)).nullish(),
  }),
});
export type OpennessRecord = z.infer<typeof opennessRecord>;

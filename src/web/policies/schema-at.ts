/** As much of a JSON Schema as completion looks at. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly required?: readonly string[];
  readonly description?: string;
}

/** The schemas that hold at a path of member names and `[]`. */
export function schemaAt(root: JsonSchema, path: readonly string[]): readonly JsonSchema[] {
  return path.reduce<readonly JsonSchema[]>((schemas, step) => schemas.flatMap((schema) => stepInto(root, schema, step)), formsOf(root, root));
}

function stepInto(root: JsonSchema, schema: JsonSchema, step: string): readonly JsonSchema[] {
  if (step === '[]') return schema.items === undefined ? [] : formsOf(root, schema.items);
  const member = schema.properties?.[step] ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
  return member === undefined ? [] : formsOf(root, member);
}

/** What a schema may stand for: where it refers to, and each of its alternatives. */
function formsOf(root: JsonSchema, schema: JsonSchema): readonly JsonSchema[] {
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.split('/').at(-1) ?? ''];
    return target === undefined ? [] : formsOf(root, target);
  }
  const alternatives = schema.anyOf ?? schema.oneOf;
  return alternatives === undefined ? [schema] : alternatives.flatMap((each) => formsOf(root, each));
}

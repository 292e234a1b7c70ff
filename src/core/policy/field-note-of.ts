import { z } from 'zod';

/** What the schemas say of the field at a path such as `flow.onwardTo[].name`, with the words an enumeration allows; undefined where they say nothing. */
export function fieldNoteOf(variables: Readonly<Record<string, z.ZodType>>, path: string): string | undefined {
  const [first = '', ...rest] = path.split('.');
  let found = stepInto(opened(Object.hasOwn(variables, bare(first)) ? variables[bare(first)] : undefined), first);
  for (const name of rest) found = stepInto(memberOf(found.schema, bare(name)), name);
  const words = found.schema instanceof z.ZodEnum ? `one of ${found.schema.options.join(', ')}` : undefined;
  const parts = [found.note, words].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('; ');
}

interface Field {
  readonly schema: z.core.$ZodType | undefined;
  readonly note: string | undefined;
}

function bare(name: string): string {
  return name.replace(/\[\]$/, '');
}

function memberOf(schema: z.core.$ZodType | undefined, name: string): Field {
  const members: Readonly<Record<string, z.core.$ZodType>> = schema instanceof z.ZodObject ? schema.shape : {};
  return opened(Object.hasOwn(members, name) ? members[name] : undefined);
}

/** The element of a list where the name ends so; what is said of the list holds for it. */
function stepInto(field: Field, name: string): Field {
  if (!name.endsWith('[]')) return field;
  const element = opened(field.schema instanceof z.ZodArray ? field.schema.element : undefined);
  return { schema: element.schema, note: element.note ?? field.note };
}

/** The schema without what makes it optional, and the nearest description on the way. */
function opened(schema: z.core.$ZodType | undefined): Field {
  let inner = schema;
  let note = noteOf(inner);
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault || inner instanceof z.ZodReadonly) {
    inner = inner.def.innerType;
    note ??= noteOf(inner);
  }
  return { schema: inner, note };
}

function noteOf(schema: z.core.$ZodType | undefined): string | undefined {
  return schema instanceof z.ZodType ? schema.description : undefined;
}

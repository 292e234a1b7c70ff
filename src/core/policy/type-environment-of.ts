import { z } from 'zod';
import { type FieldType, type TypeEnvironment, type ValueType } from './value-type.js';

/** String formats that cannot grow without end. */
const boundedFormats = new Set(['uuid', 'guid', 'ulid', 'ipv4', 'ipv6', 'mac']);

interface Described {
  readonly type: ValueType;
  readonly sensitive: boolean;
}

/**
 * The types rules are checked against, from the schemas of the variables.
 * Understands objects, optional and nullable members, enums, literals, strings, numbers, booleans, arrays and ISO dates (→ timestamp);
 * `.meta({ sensitive: true })` marks what must never be printed.
 * @throws TypeError where a string has no maximum length, an array no maximum, or a schema cannot be read by rules
 */
export function typeEnvironmentOf(variables: Readonly<Record<string, z.ZodType>>): TypeEnvironment {
  const environment: Record<string, ValueType> = {};
  for (const [name, schema] of Object.entries(variables)) environment[fieldName(name, name)] = describe(schema, name).type;
  return environment;
}

function describe(schema: z.core.$ZodType, path: string): Described {
  const sensitive = schema instanceof z.ZodType && schema.meta()?.['sensitive'] === true;
  const inner = unwrapped(schema);
  if (inner !== undefined) {
    const described = describe(inner, path);
    return { type: described.type, sensitive: sensitive || described.sensitive };
  }
  return { type: typeOf(schema, path), sensitive };
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault || schema instanceof z.ZodReadonly || schema instanceof z.ZodPrefault) return schema.def.innerType;
  if (schema instanceof z.ZodPipe) return schema.def.out;
  if (schema instanceof z.ZodLazy) throw new TypeError('a recursive schema cannot be read by rules; walk it before rules run');
  return undefined;
}

function typeOf(schema: z.core.$ZodType, path: string): ValueType {
  if (schema instanceof z.ZodObject) return { kind: 'object', fields: fieldsOf(schema, path) };
  if (schema instanceof z.ZodArray) {
    const maxItems = maximumOf(schema);
    if (maxItems === undefined) throw new TypeError(`${path}: a list needs a maximum; write .max(n)`);
    const of = describe(schema.def.element, `${path}[]`).type;
    if (of.kind === 'list') throw new TypeError(`${path}: rules cannot walk a list of lists; put the inner list into an object`);
    return { kind: 'list', of, maxItems };
  }
  if (schema instanceof z.ZodEnum) return { kind: 'string', values: stringsOf(schema.options, path) };
  if (schema instanceof z.ZodLiteral) return literalType([...schema.values], path);
  if (schema instanceof z.ZodBoolean) return { kind: 'boolean' };
  if (schema instanceof z.ZodNumber || schema instanceof z.ZodNumberFormat) return { kind: 'number' };
  if (schema instanceof z.ZodISODate || schema instanceof z.ZodISODateTime) return { kind: 'timestamp' };
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) {
    if (schema.maxLength === null && !boundedFormats.has(schema.format ?? '')) throw new TypeError(`${path}: a string needs a maximum length; write .max(n)`);
    return { kind: 'string' };
  }
  if (schema instanceof z.ZodUnion) return schema.def.options.map((option) => describe(option, path).type).reduce((left, right) => unite(left, right, path));
  throw new TypeError(`${path}: rules cannot read a schema of type ${schema._zod.def.type}; use an object, array, enum, string, number, boolean or ISO date`);
}

function fieldsOf(schema: z.ZodObject, path: string): Record<string, FieldType> {
  const fields: Record<string, FieldType> = {};
  const members: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  for (const [name, member] of Object.entries(members)) {
    const { type, sensitive } = describe(member, `${path}.${name}`);
    fields[fieldName(name, `${path}.${name}`)] = { type, optional: mayBeAbsent(member), sensitive };
  }
  return fields;
}

function mayBeAbsent(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return true;
  const inner = unwrapped(schema);
  return inner !== undefined && !(schema instanceof z.ZodDefault) && mayBeAbsent(inner);
}

function fieldName(name: string, path: string): string {
  if (name in Object.prototype) throw new TypeError(`${path}: a field may not be named like a member of every object; rename it`);
  return name;
}

function maximumOf(schema: z.ZodArray): number | undefined {
  let maximum: number | undefined;
  for (const check of schema.def.checks ?? []) {
    const { def } = check._zod;
    if (def.check === 'max_length') maximum = (def as z.core.$ZodCheckMaxLengthDef).maximum;
    if (def.check === 'length_equals') maximum = (def as z.core.$ZodCheckLengthEqualsDef).length;
  }
  return maximum;
}

function literalType(values: readonly unknown[], path: string): ValueType {
  if (values.every((value) => typeof value === 'boolean')) return { kind: 'boolean' };
  if (values.every((value) => typeof value === 'number')) return { kind: 'number' };
  return { kind: 'string', values: stringsOf(values, path) };
}

function stringsOf(values: readonly unknown[], path: string): string[] {
  return values.map((value) => {
    if (typeof value !== 'string') throw new TypeError(`${path}: the words of an enumeration must be strings`);
    return value;
  });
}

function unite(left: ValueType, right: ValueType, path: string): ValueType {
  if (left.kind !== right.kind || left.kind === 'object' || left.kind === 'list') throw new TypeError(`${path}: rules cannot read a union of ${left.kind} and ${right.kind}; give the field one type`);
  if (left.kind !== 'string' || right.kind !== 'string') return left;
  return left.values === undefined || right.values === undefined ? { kind: 'string' } : { kind: 'string', values: [...left.values, ...right.values] };
}

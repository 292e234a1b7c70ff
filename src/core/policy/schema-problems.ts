import { z } from 'zod';
import { type Problem } from '../inventory/problem.js';
import { didYouMean } from './did-you-mean.js';
import { jsonPointerOf } from './json-pointer-of.js';
import { type PositionLookup } from './source-position.js';

/** What a document has against its schema, each with its place and, for a misspelt key, the key that was meant. */
export function schemaProblems(schema: z.ZodType, error: z.ZodError, positions: PositionLookup): Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, issue.path, schema, positions));
    const { file, line, column } = positions(jsonPointerOf(issue.path));
    const name = issue.path.filter((key) => typeof key === 'string').at(-1) ?? 'the document';
    return [{ file, line, column, code: 'pack-schema', message: `${String(name)}: ${describeIssue(issue)}` }];
  });
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined && /undefined$/.test(issue.message)) return `is missing; write a ${issue.expected}`;
  if (issue.code === 'invalid_value') return `is none of the known values; write ${issue.values.map(String).join(' or ')}`;
  return issue.message;
}

function unknownKey(key: string, path: readonly PropertyKey[], schema: z.ZodType, positions: PositionLookup): Problem {
  const { file, line, column } = positions(jsonPointerOf([...path, key]), { key: true });
  const known = [...keysAt(schema, path)];
  const hint = didYouMean(key, known) || `; the keys are ${known.join(', ')}`;
  return { file, line, column, code: 'unknown-key', message: `unknown key '${key}'${hint}` };
}

function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): Set<string> {
  const reached = path.reduce<z.core.$ZodType[]>((schemas, key) => schemas.flatMap((each) => step(each, key)), alternatives(schema));
  return new Set(reached.flatMap((each) => (each instanceof z.ZodObject ? Object.keys(each.shape) : [])));
}

function step(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) {
    const member = (schema.shape as Record<PropertyKey, z.core.$ZodType>)[key];
    return member === undefined ? [] : alternatives(member);
  }
  if (schema instanceof z.ZodArray) return alternatives(schema.def.element);
  return schema instanceof z.ZodRecord ? alternatives(schema.def.valueType) : [];
}

/** The schemas a schema may stand for: without optional and default, and each option of a union. */
function alternatives(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return alternatives(schema.def.innerType);
  return schema instanceof z.ZodUnion ? schema.def.options.flatMap(alternatives) : [schema];
}

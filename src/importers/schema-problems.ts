import { z } from 'zod';
import { nearestName } from '../core/inventory/nearest-name.js';
import { type Problem } from '../core/inventory/problem.js';
import { type ParsedDocument } from './parsed-document.js';

/** Wrong things shown of one entry; what goes beyond is counted. */
const most = 20;

type Path = readonly (string | number)[];

/** What a schema found wrong, as problems at the line of the key or value that is wrong; `base` is where the checked value stands in the document. */
export function schemaProblems(file: string, document: ParsedDocument, base: Path, schema: z.ZodType, error: z.ZodError): Problem[] {
  const shown = error.issues.slice(0, most).flatMap((issue) => problemsOfIssue(file, document, base, schema, issue));
  const more = error.issues.length - most;
  return more > 0 ? [...shown, { file, ...document.placeOf(base), code: 'more-problems', message: `${more} more things are wrong here; correct those named first` }] : shown;
}

function problemsOfIssue(file: string, document: ParsedDocument, base: Path, schema: z.ZodType, issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol');
  const place = document.placeOf([...base, ...path]);
  const where = path.join('.') || 'this entry';
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(file, document, [...base, ...path], issue.keys, keysAt(schema, path));
    case 'invalid_value': {
      const given = valueAt(document.value, [...base, ...path]);
      const allowed = issue.values.map(String);
      const near = typeof given === 'string' ? nearestName(given, allowed) : undefined;
      return [{ file, ...place, code: 'invalid-value', message: `'${where}' is ${asWritten(given)}; ${near ? `did you mean '${near}'? ` : ''}write one of: ${allowed.join(', ')}` }];
    }
    case 'invalid_type': {
      const given = valueAt(document.value, [...base, ...path]);
      return [{ file, ...place, code: given === undefined ? 'missing-key' : 'wrong-type', message: given === undefined ? `'${where}' is missing; write a ${issue.expected}` : `'${where}' is ${nameOfType(given)}; write a ${issue.expected}` }];
    }
    case 'invalid_union':
      return [{ file, ...place, code: 'invalid-value', message: issue.errors.length === 0 && issue.message.includes('; ') ? `'${where}' ${issue.message}` : `'${where}' has none of the forms allowed here; ${unionHint(issue)}` }];
    default:
      return [{ file, ...place, code: 'invalid-value', message: `'${where}': ${issue.message}${issue.message.includes('; ') ? '' : '; write it so'}` }];
  }
}

function unknownKeys(file: string, document: ParsedDocument, at: Path, keys: readonly string[], allowed: readonly string[]): Problem[] {
  const shown = keys.slice(0, most).map((key): Problem => {
    const near = nearestName(key, allowed);
    return { file, ...document.placeOfKey([...at, key]), code: 'unknown-key', message: `unknown key '${key.slice(0, 200)}'; ${near ? `did you mean '${near}'?` : `allowed here: ${allowed.slice(0, 40).join(', ') || 'none'}`}` };
  });
  const more = keys.length - most;
  return more > 0 ? [...shown, { file, ...document.placeOf(at), code: 'unknown-key', message: `${more} more keys are unknown here; remove them` }] : shown;
}

function unionHint(issue: z.core.$ZodIssueInvalidUnion): string {
  const hints = issue.errors.flatMap((errors) => errors.map((error) => error.message));
  return [...new Set(hints)].slice(0, 3).join(', or ') || 'see the JSON Schema';
}

/** A wrong value as it is written, cut where it goes on. */
function asWritten(value: unknown): string {
  const text = JSON.stringify(value) ?? 'absent';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

const nameOfType = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a mapping' : `a ${typeof value}`);

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

function keysAt(schema: z.ZodType, path: Path): string[] {
  let at: unknown = schema;
  for (const step of path) {
    at = unwrapped(at);
    if (at instanceof z.ZodObject) at = (at.shape as Record<string, unknown>)[String(step)];
    else if (at instanceof z.ZodArray) at = at.element;
    else return [];
  }
  at = unwrapped(at);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  let at = schema;
  while (at instanceof z.ZodOptional || at instanceof z.ZodNullable) at = at.unwrap();
  return at;
}

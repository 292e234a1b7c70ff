import { z } from 'zod';
import { nearestName } from '../core/inventory/nearest-name.js';
import { type Problem } from '../core/inventory/problem.js';
import { type ParsedDocument } from './parsed-document.js';
import { schemaProblems } from './schema-problems.js';

/** Wrong things shown of one document. */
const most = 20;

type Path = readonly (string | number)[];

/** Kinds of documents and the command that reads each. */
const readers: ReadonlyMap<string, string> = new Map([
  ['domicile/size-case/1', 'size'],
  ['domicile/cost-case/1', 'cost'],
  ['domicile/decide-case/1', 'decide'],
]);

/** What keeps a document from being one of the schema: its kind first, then numbers that are none, then everything else, line by line. */
export function documentProblems(path: string, document: ParsedDocument, schema: z.ZodType, error: z.ZodError): readonly Problem[] {
  const kind = kindProblem(document, schema);
  if (kind !== undefined) return [{ file: path, ...document.placeOf(['schema']), code: 'wrong-kind', message: kind }];
  const endless = endlessNumbers(document.value).map(({ at, value }): Problem => ({ file: path, ...document.placeOf(at), code: 'not-finite', message: `'${at.join('.')}' is ${value}; write a finite number in digits` }));
  if (endless.length > 0) return endless;
  const found = error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? unknownKeys(path, document, schema, issue) : schemaProblems(path, document, [], schema, new z.ZodError([inPlainWords(issue)]))));
  const more = found.length - most;
  return more <= 0 ? found : [...found.slice(0, most), { file: path, line: 1, column: 1, code: 'more-problems', message: `${more} more things are wrong; correct those named first` }];
}

function kindProblem({ value }: ParsedDocument, schema: z.ZodType): string | undefined {
  const literal = schema instanceof z.ZodObject ? (schema.shape as Readonly<Record<string, unknown>>)['schema'] : undefined;
  const wanted = literal instanceof z.ZodLiteral ? String(literal.value) : undefined;
  const remedy = `name a file that begins with 'schema: ${wanted}'`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wanted === undefined ? undefined : `the file holds no mapping of keys to values; ${remedy}`;
  const given = (value as Readonly<Record<string, unknown>>)['schema'];
  if (given === wanted) return undefined;
  const reader = typeof given === 'string' ? readers.get(given) : undefined;
  if (reader !== undefined) return `'schema' is ${String(given)}, which is read by 'domicile ${reader}'; ${wanted === undefined ? 'name a file of another kind' : remedy}`;
  if (wanted === undefined) return undefined;
  return `'schema' is ${given === undefined ? 'missing' : `${JSON.stringify(given)?.slice(0, 100)}`}; write 'schema: ${wanted}' where the file is of that kind`;
}

function unknownKeys(file: string, document: ParsedDocument, schema: z.ZodType, { path, keys }: z.core.$ZodIssueUnrecognizedKeys): readonly Problem[] {
  const at = path.filter((step): step is string | number => typeof step !== 'symbol');
  const allowed = allowedKeys(schema, document.value, at);
  return keys.map((key) => {
    const near = nearestName(key, allowed);
    return { file, ...document.placeOfKey([...at, key]), code: 'unknown-key', message: `unknown key '${key.slice(0, 200)}'; ${near === undefined ? (allowed.length === 0 ? 'remove it' : `allowed here: ${allowed.join(', ')}`) : `did you mean '${near}'?`}` };
  });
}

/** Keys a mapping may have; of forms told apart by a key, those of the form that is written. */
function allowedKeys(schema: unknown, value: unknown, path: Path): readonly string[] {
  const inner = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault ? schema.unwrap() : schema;
  if (inner !== schema) return allowedKeys(inner, value, path);
  if (schema instanceof z.ZodUnion) {
    const forms = schema.options.filter((form) => form instanceof z.ZodObject);
    const written = forms.find((form) => Object.entries(form.shape).some(([key, one]) => one instanceof z.ZodLiteral && one.value === (value as Readonly<Record<string, unknown>>)[key]));
    return allowedKeys(written ?? forms[0], value, path);
  }
  const [step, ...rest] = path;
  if (step === undefined) return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const below = (value as Readonly<Record<string | number, unknown>>)[step];
  if (schema instanceof z.ZodArray) return allowedKeys(schema.element, below, rest);
  if (schema instanceof z.ZodRecord) return allowedKeys(schema.valueType, below, rest);
  return schema instanceof z.ZodObject ? allowedKeys((schema.shape as Readonly<Record<string, unknown>>)[step], below, rest) : [];
}

function endlessNumbers(value: unknown, at: Path = []): readonly { readonly at: Path; readonly value: number }[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [{ at, value }];
  if (typeof value !== 'object' || value === null || at.length > 64) return [];
  return Array.isArray(value) ? value.flatMap((item, index) => endlessNumbers(item, [...at, index])) : Object.entries(value).flatMap(([key, item]) => endlessNumbers(item, [...at, key]));
}

const names: ReadonlyMap<string, string> = new Map([
  ['object', 'mapping'],
  ['array', 'list'],
  ['int', 'whole number'],
]);

/** Says `list` for an array, and which forms there are where a key tells them apart. */
function inPlainWords(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code === 'invalid_type') return { ...issue, expected: (names.get(issue.expected) ?? issue.expected) };
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined && 'options' in issue) return { code: 'invalid_value', values: issue.options, path: issue.path, message: issue.message };
  return issue;
}

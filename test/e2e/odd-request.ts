import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { type RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { mutateDocument } from '../hostile/mutate-document.js';
import { type ApiDocument, type ApiOperation, type JsonSchema, type Parameter } from './api-document.js';

/** What parts of an address stumble over. */
const oddTexts: readonly string[] = ['', ' ', '0', '-1', '1e9', '99999999999999999999', 'NaN', 'null', 'true', "' OR 1=1; --", "1'; DROP TABLE audits; --", '$1', '%', '_', '\\', '"', '../../etc/passwd', '..%2f', '\u0000', '\ud83d\ude00', 'x'.repeat(300), '__proto__', 'constructor', '[]', '{}', '=1+1', '2026-02-30', '9999-12-31T23:59:59.999999999Z', '0001-01-01', 'W/"1"', '*', '(', 'a=', 'a.b.c.d.e.f.g.h.i=1', 'value.name=x', 'id=x', '-id', 'id,', '\u202e', 'Ǆ'];

const oddTypes: readonly string[] = ['text/plain', 'application/xml', 'application/json; charset=utf-16', 'application/json; charset=nonsense', 'multipart/form-data; boundary=x', 'application/octet-stream', 'image/png', 'application/jsonx'];

export interface OddRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | undefined;
}

/** What the server has answered with: the ids that an address takes, by its noun, and everything that looks like a reference. */
export class KnownValues {
  private readonly ids = new Map<string, Readonly<Record<string, string>>[]>();
  private readonly references = new Set<string>();

  addId(path: string, id: Readonly<Record<string, string>>): void {
    this.ids.set(nounOf(path), [...(this.ids.get(nounOf(path)) ?? []), id].slice(-200));
  }

  addReference(value: string): void {
    if (this.references.size < 2_000) this.references.add(value);
  }

  idsOf(path: string): readonly Readonly<Record<string, string>>[] {
    return this.ids.get(nounOf(path)) ?? [];
  }

  all(): readonly string[] {
    return [...this.references];
  }

  /** References of the same form, such as other UUIDs for a UUID. */
  like(value: string): readonly string[] {
    return this.all().filter((known) => formOf(known) === formOf(value));
  }
}

const nounOf = (path: string): string => path.split('/')[3] ?? '';
const formOf = (value: string): string => (value.includes('/') ? 'path' : value.replaceAll(/[0-9a-f]/g, '0'));

export interface NamedOperation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly operation: ApiOperation;
}

/** Makes requests that the document nearly allows, or plainly allows. */
export function oddRequest(document: ApiDocument, { path, operation }: NamedOperation, values: KnownValues, random: RandomGenerator, plain: boolean): OddRequest {
  const below = (limit: number): number => (limit <= 1 ? 0 : uniformInt(random, 0, limit - 1));
  const pick = <Item>(items: readonly Item[], otherwise: Item): Item => items[below(items.length)] ?? otherwise;
  const known = values.all();
  const id = !plain && below(6) === 0 ? {} : pick(values.idsOf(path), {});
  const text = (schema: JsonSchema): string => {
    const words = wordsOf(schema);
    if (!plain && below(5) === 0) return pick(oddTexts, '');

    return words.length > 0 ? pick(words, '') : pick(known.length > 0 && below(6) > 0 ? known : oddTexts, 'x');
  };
  const parameters = operation.parameters ?? [];
  const sent = (place: Parameter['in'], often: number): readonly (readonly [string, string])[] => parameters.filter((each) => each.in === place && (each.required === true ? below(20) > 0 : below(100) < often)).map(({ name, schema }) => [name, text(schema)]);
  const query = new URLSearchParams([...sent('query', plain ? 0 : 35), ...(!plain && below(15) === 0 ? [[pick(oddTexts, 'x'), pick(oddTexts, 'x')] as const] : [])].map(([name, value]): [string, string] => [name, value]));
  const headers = Object.fromEntries(sent('header', 80).filter(([name]) => !plain || name === 'If-Match').map(([name, value]) => [name, (name.startsWith('If-') && (plain || below(3) > 0) ? `"${plain ? 1 : 1 + below(2)}"` : value).replaceAll(/[^\u0020-\u007e]/g, '?').trim()]));
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent((id[name] ?? text(parameters.find((each) => each.name === name)?.schema ?? {})) || '-'));
  const type = Object.keys(operation.requestBody?.content ?? {})[0];
  const body = type === undefined ? undefined : bodyOf(document, type, operation, values, random, plain);
  return {
    path: query.size === 0 ? address : `${address}?${query.toString()}`,
    headers: { ...headers, ...(type === undefined ? {} : { 'content-type': !plain && below(25) === 0 ? pick(oddTypes, type) : type }) },
    body,
  };
}

/** Texts that a schema names, or that stand for what it allows. */
function wordsOf(schema: JsonSchema): readonly string[] {
  if (schema.enum !== undefined) return schema.enum.map(String);
  if (typeof schema.const === 'string') return [schema.const];
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? []), ...(schema.items === undefined ? [] : [schema.items])];
  if (branches.length > 0) return branches.flatMap(wordsOf);
  if (schema.type === 'integer' || schema.type === 'number') return ['0', '1', '2', '200', '2147483647', '2147483648', '9007199254740991', '0.5'];
  if (schema.format === 'date' || schema.format === 'date-time') return ['2026-11-23', '2026-11-23T12:00:00Z', '1970-01-01', '2099-01-01T00:00:00+14:00'];
  return [];
}

function bodyOf(document: ApiDocument, type: string, operation: ApiOperation, known: KnownValues, random: RandomGenerator, plain: boolean): string | Buffer {
  const below = (limit: number): number => uniformInt(random, 0, limit - 1);
  if (type !== 'application/json') return Buffer.from(Array.from({ length: below(400) }, () => below(256)));
  const media = operation.requestBody?.content[type];
  const examples = Object.values(media?.examples ?? {}).map(({ $ref, value }) => ($ref === undefined ? value : document.components.examples[lastPart($ref)]?.value));
  const schema = (media?.schema ?? {}) as JsonSchema;
  const example = [...examples, ...schemasOf(document, schema).map((each) => each.example), media?.example].filter((each) => each !== undefined);
  const body = withKnown(structuredClone(example[below(Math.max(1, example.length))] ?? {}), known, random);
  if (plain) return JSON.stringify(body);
  switch (below(9)) {
    case 0: return JSON.stringify(body).slice(0, below(200));
    case 1: return '['.repeat(10_000);
    case 2: return JSON.stringify(body).replace('{', `{"__proto__":{"polluted":true},`);
    default: return JSON.stringify(mutateDocument(body, random));
  }
}

/** The schema with all that it points to at its top: its reference and the branches it chooses between. */
function schemasOf(document: ApiDocument, schema: JsonSchema): readonly JsonSchema[] {
  const here = schema.$ref === undefined ? schema : (document.components.schemas[lastPart(schema.$ref)] ?? {});
  return [here, ...[...(here.anyOf ?? []), ...(here.oneOf ?? [])].flatMap((branch) => schemasOf(document, branch))];
}

/** Ids in the body become such as there are, now and then. */
function withKnown(value: unknown, known: KnownValues, random: RandomGenerator): unknown {
  if (typeof value === 'string') {
    const others = known.like(value);
    return others.length === 0 || uniformInt(random, 0, 1) === 0 ? value : others[uniformInt(random, 0, others.length - 1)];
  }
  if (Array.isArray(value)) return value.map((each) => withKnown(each, known, random));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withKnown(each, known, random)]));
}

const lastPart = (reference: string): string => reference.split('/').at(-1) ?? '';

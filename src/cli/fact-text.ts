import { byCodeUnit } from '../core/inventory/by-code-unit.js';
import { type FactProvenance } from '../core/reference/fact-record.js';
import { type FactSource } from '../core/reference/fact-source.js';

export interface ShownFact {
  readonly fact: string;
  readonly state: string;
  readonly reviewBy: string;
  readonly record: FactProvenance & { readonly id: string };
}

const provenanceFields = new Set(['id', 'sources', 'noSource', 'asOf', 'confidence', 'unverified', 'reviewBy', 'notes', 'overlay']);

/** A fact for reading: what it says, then how it is known. A field that was not read in a source is marked. */
export function factText({ fact, state, reviewBy, record }: ShownFact): string {
  const unverified = new Set(record.unverified ?? []);
  const fields = ordered(Object.entries(record).filter(([field]) => !provenanceFields.has(field)));
  return [
    `${fact}  ${state}${record.overlay === undefined ? '' : `  [overlay ${record.overlay}]`}`,
    ...fields.flatMap(([field, value]) => lines(field, value, 1, unverified, field)),
    `  as of ${record.asOf}, ${record.confidence}, review by ${reviewBy}`,
    ...(record.sources ?? []).map((source) => `  source: ${sourceText(source)}`),
    ...(record.noSource === undefined ? [] : [`  no source: ${record.noSource}`]),
    ...(record.notes ?? []).map((note) => `  note: ${note}`),
  ].join('\n');
}

const leading = ['name', 'id', 'tag', 'kind', 'class', 'value', 'status', 'framework', 'scope'];
const trailing = ['detail', 'scopeDetail', 'notes', 'sources'];

/** What a record is comes first, prose last, and the rest in alphabetical order. */
function ordered(entries: readonly (readonly [string, unknown])[]): readonly (readonly [string, unknown])[] {
  const rank = (field: string): number => (leading.includes(field) ? leading.indexOf(field) - leading.length : trailing.includes(field) ? 1 + trailing.indexOf(field) : 0);
  return [...entries].sort(([a], [b]) => rank(a) - rank(b) || byCodeUnit(a, b));
}

function lines(name: string, value: unknown, depth: number, unverified: ReadonlySet<string>, path: string): readonly string[] {
  const margin = '  '.repeat(depth);
  const mark = unverified.has(path) ? '  (unverified)' : '';
  if (value === null || typeof value !== 'object') return [`${margin}${name}: ${String(value)}${mark}`];
  if (Array.isArray(value)) {
    const plain = value.every((item) => typeof item !== 'object');
    if (plain) return [`${margin}${name}: ${value.join(', ')}${mark}`];
    return [`${margin}${name}:${mark}`, ...value.flatMap((item: unknown, index) => lines(`${index + 1}`, item, depth + 1, unverified, `${path}[${index}]`))];
  }
  const entries = ordered(Object.entries(value));
  const flat = entries.every(([field, member]) => [...leading, ...trailing].includes(field) && typeof member !== 'object' && !unverified.has(`${path}.${field}`));
  if (flat && entries.length <= 2) return [`${margin}${name}: ${entries.map(([, member]) => String(member)).join(' – ')}${mark}`];
  return [`${margin}${name}:${mark}`, ...entries.flatMap(([field, member]) => lines(field, member, depth + 1, unverified, `${path}.${field}`))];
}

function sourceText({ title, url, repository, path, asOf }: FactSource): string {
  const place = url ?? [repository, path].filter((part) => part !== undefined).join(' ');
  return [title, place, asOf === undefined ? '' : `(as of ${asOf})`].filter((part) => part !== '').join(' · ');
}

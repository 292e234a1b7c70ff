import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { type ParsedDocument } from '../parsed-document.js';
import { packedRecord } from './packed-record.js';

type Path = readonly (string | number)[];
type Entry = Readonly<Record<string, unknown>>;

/** A record of a manifest, taken from the entry at `path`; `value` is the entry without what became records of its own. */
export function manifestRecord(document: ParsedDocument, kind: NounKind, id: string, value: Entry, path: Path): InventoryRecord {
  const pointers: string[] = [];
  const places: number[] = [];
  const visit = (at: unknown, pointer: string, place: Path): void => {
    if (at === undefined || at === null) return;
    if (pointer !== '') {
      const { line, column } = document.placeOf(place);
      pointers.push(pointer);
      places.push(line, column);
    }
    if (Array.isArray(at)) at.forEach((item, index) => visit(item, `${pointer}/${index}`, [...place, index]));
    else if (typeof at === 'object') for (const [key, member] of Object.entries(at)) visit(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, [...place, key]);
  };
  visit(value, '', path);
  const { line, column } = document.placeOf(path);
  return packedRecord({ kind, id, value, origin: { line, column, confidence: 'declared' } }, { pointers: sharedShape(document, pointers), places: Uint32Array.from(places) });
}

const shapes = new WeakMap<ParsedDocument, Map<string, readonly string[]>>();

/** Entries of a document mostly have the same fields, so that they share one list of pointers. */
function sharedShape(document: ParsedDocument, pointers: readonly string[]): readonly string[] {
  const known = shapes.get(document) ?? new Map<string, readonly string[]>();
  shapes.set(document, known);
  const key = pointers.join('\n');
  const shared = known.get(key) ?? pointers;
  known.set(key, shared);
  return shared;
}

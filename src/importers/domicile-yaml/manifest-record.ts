import { type FactOrigin } from '../../core/inventory/fact-origin.js';
import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { type ParsedDocument } from '../parsed-document.js';

type Path = readonly (string | number)[];
type Entry = Readonly<Record<string, unknown>>;

/** A record of a manifest, taken from the entry at `path`; `value` is the entry without what became records of its own. */
export function manifestRecord(document: ParsedDocument, kind: NounKind, id: string, value: Entry, path: Path): InventoryRecord {
  const origins: Record<string, FactOrigin> = {};
  const visit = (at: unknown, pointer: string, place: Path): void => {
    if (at === undefined || at === null) return;
    if (pointer !== '') origins[pointer] = declaredAt(document, place);
    if (Array.isArray(at)) at.forEach((item, index) => visit(item, `${pointer}/${index}`, [...place, index]));
    else if (typeof at === 'object') for (const [key, member] of Object.entries(at)) visit(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, [...place, key]);
  };
  visit(value, '', path);
  return { kind, id, value, origin: declaredAt(document, path), origins };
}

/** A declared fact at a path of the document. */
function declaredAt(document: ParsedDocument, path: Path): FactOrigin {
  return { ...document.placeOf(path), pointer: path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''), confidence: 'declared' };
}

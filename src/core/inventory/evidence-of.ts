import { type Evidence } from './evidence.js';
import { type FieldOrigin, type InventorySnapshot } from './inventory-snapshot.js';
import { sha256Of } from './sha256-of.js';

/** The evidence behind a field of a record: of the field itself, or of the nearest field above it that has an origin. */
export function evidenceOf(snapshot: InventorySnapshot, record: string, pointer: string): Evidence[] {
  const origins = snapshot.origins.get(record);
  if (origins === undefined) return [];
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = origins.get(at);
    if (found !== undefined && found.length > 0) return found.map((origin) => toEvidence(snapshot, origin));
    if (at === '') return [];
  }
}

function toEvidence(snapshot: InventorySnapshot, origin: FieldOrigin): Evidence {
  const source = snapshot.sources[origin.source];
  const path = source?.path ?? '';
  const sha256 = source?.sha256 ?? '';
  const locator = origin.line === undefined ? (origin.pointer === undefined ? path : `${path}#${origin.pointer}`) : `${path}:${origin.line}:${origin.column ?? 1}`;
  return {
    id: `ev-${sha256Of(`${sha256}\n${locator}\n${origin.confidence}`).slice(0, 12)}`,
    source: path,
    sha256,
    locator,
    ...(origin.line === undefined ? {} : { line: origin.line, column: origin.column ?? 1 }),
    importer: source?.importer ?? '',
    confidence: origin.confidence,
    ...(source?.effective === undefined ? {} : { effective: source.effective }),
    ...(origin.note === undefined ? {} : { note: origin.note }),
  };
}

import { type Confidence } from '../core/inventory/confidence.js';
import { type FactOrigin } from '../core/inventory/fact-origin.js';
import { type InventoryRecord } from '../core/inventory/inventory-fragment.js';
import { type NounKind } from '../core/inventory/noun-kind.js';
import { type ParsedDocument } from './parsed-document.js';

type Path = readonly (string | number)[];

export interface RecordBuilder {
  /** States a field of the record, found at a path of the document. An undefined or empty value states nothing. */
  state(pointer: string, value: unknown, at: Path, confidence?: Confidence, note?: string): RecordBuilder;
  /** Whether anything was stated. */
  hasFacts(): boolean;
  build(): InventoryRecord;
}

/** Gathers the facts that one document states of one thing, each with its place. */
export function recordBuilder(document: ParsedDocument, kind: NounKind, id: string, at: Path, idConfidence: Confidence = 'declared'): RecordBuilder {
  const value: Record<string, unknown> = { id };
  const origins: Record<string, FactOrigin> = {};
  const originOf = (path: Path, confidence: Confidence, note?: string): FactOrigin => ({
    ...document.placeOf(path),
    pointer: path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    confidence,
    ...(note === undefined ? {} : { note }),
  });
  const builder: RecordBuilder = {
    state: (pointer, fact, path, confidence = 'declared', note) => {
      if (fact === undefined || fact === null || fact === '' || (Array.isArray(fact) && fact.length === 0)) return builder;
      place(value, pointer.slice(1).split('/'), fact);
      origins[pointer] = originOf(path, confidence, note);
      return builder;
    },
    hasFacts: () => Object.keys(origins).length > 0,
    build: () => ({ kind, id, value, origin: originOf(at, idConfidence), origins }),
  };
  return builder;
}

function place(target: Record<string, unknown>, keys: readonly string[], fact: unknown): void {
  const [key, ...rest] = keys;
  if (key === undefined) return;
  if (rest.length === 0) target[key] = fact;
  else {
    const below = (target[key] ??= {}) as Record<string, unknown>;
    place(below, rest, fact);
  }
}

import { confidence as confidences, type Confidence } from '../../core/inventory/confidence.js';
import { type FactOrigin } from '../../core/inventory/fact-origin.js';
import { factPointer } from '../../core/inventory/fact-pointer.js';
import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { kindOfKey } from '../../core/inventory/kind-of-key.js';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { type Problem } from '../../core/inventory/problem.js';
import { type ParsedDocument } from '../parsed-document.js';
import { type PlacedFact } from './placed-fact.js';
import { type PlacedValue } from './placed-value.js';
import { type EvidencePart, type PropertyBag, type StatedEvidence } from './property-bag.js';
import { soundRecord } from './sound-record.js';

/** Fields in whose place CycloneDX needs a text, so that the id stands there where nothing is stated. */
const standIns: ReadonlySet<string> = new Set(['/name', '/file']);

type Parts = Readonly<Partial<Record<EvidencePart, PlacedValue>>>;

/**
 * The records that the properties of one thing state: one for each statement, so that contradictions come back as contradictions. `native` are the facts
 * in CycloneDX's own fields. A fact without evidence was added to the document, so the document declares it.
 */
export function bagRecords(file: string, document: ParsedDocument, bag: PropertyBag, native: (kind: NounKind) => readonly (readonly [string, PlacedValue])[], problems: Problem[]): InventoryRecord[] {
  const named = typeof bag.key.value === 'string' ? kindOfKey(bag.key.value) : undefined;
  if (named === undefined) {
    problems.push({ file, ...document.placeOf(bag.key.at), code: 'invalid-value', message: `'${String(bag.key.value).slice(0, 80)}' names no record; write its kind and id, such as model/llama` });
    return [];
  }
  const { kind, id } = named;
  const stated = new Map([...native(kind)].filter(([, { value }]) => value !== undefined));
  for (const [name, placed] of bag.facts) {
    const pointer = factPointer(kind, name);
    if (pointer === undefined) problems.push({ file, ...document.placeOf(placed.at), code: 'unknown-property', message: `'${name.slice(0, 80)}' is no fact of a ${kind}; write one of docs/cyclonedx-properties.md, or remove it` });
    else stated.set(pointer, placed);
  }
  stated.set('/id', { value: id, at: bag.key.at });
  const statements = [...bag.statements].sort(([a], [b]) => a - b).map(([, statement]) => statement);
  const supported = new Set(statements.flatMap((statement) => [...statement.keys()]));
  const unsupported = [...stated].filter(([pointer, { value }]) => !supported.has(pointer) && pointer !== '/id' && !(standIns.has(pointer) && value === id));
  return (statements.length === 0 ? [new Map<string, Parts>()] : statements).flatMap((statement, index) => {
    const origin = originOf(document, bag.key, statement.get('') ?? {});
    const facts = [...statement].flatMap(([pointer, parts]) => statedFact(file, document, pointer, parts, stated, statement, problems));
    const added = index > 0 ? [] : unsupported.map(([pointer, placed]): PlacedFact => ({ pointer, ...placed, origin: originOf(document, placed, {}) }));
    return soundRecord(file, document, { kind, id, origin }, [...facts, ...added], problems);
  });
}

function statedFact(file: string, document: ParsedDocument, pointer: string, parts: Parts, stated: ReadonlyMap<string, PlacedValue>, statement: StatedEvidence, problems: Problem[]): PlacedFact[] {
  if (pointer === '') return [];
  const fact = parts.value ?? stated.get(pointer);
  const any = parts.locator ?? parts.confidence ?? parts.note ?? parts.source;
  if (fact === undefined) {
    if (any !== undefined) problems.push({ file, ...document.placeOf(any.at), code: 'no-value', message: `there is evidence of '${pointer.slice(0, 80)}' and no value; add the property, or remove the evidence`, level: 'warning' });
    return [];
  }
  const { source, confidence } = statement.get('') ?? {};
  return [{ pointer, ...fact, origin: originOf(document, fact, { ...(source === undefined ? {} : { source }), ...(confidence === undefined ? {} : { confidence }), ...parts }) }];
}

const firstRead = 'first read at ';

/** The place in this document, with the confidence that was stated and where the fact was first read. What the author verified was not verified here. */
function originOf(document: ParsedDocument, placed: PlacedValue, { source, locator, confidence, note }: Parts): FactOrigin {
  const given: Confidence = confidences.safeParse(confidence?.value).data ?? (confidence === undefined ? 'declared' : 'unresolved');
  const place = source === undefined || locator === undefined ? undefined : `${String(source.value)}${String(locator.value).startsWith('#') ? '' : ':'}${String(locator.value)}`;
  const said = note === undefined ? undefined : String(note.value);
  const notes = [...(given === 'verified' ? ['verified by who wrote the document'] : []), ...(said === undefined ? [] : [said]), ...(place === undefined || said?.includes(firstRead) === true ? [] : [`${firstRead}${place}`])];
  return {
    ...document.placeOf(placed.at),
    pointer: placed.at.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    confidence: given === 'verified' ? 'declared' : given,
    ...(notes.length === 0 ? {} : { note: notes.join('; ').slice(0, 2_000) }),
  };
}

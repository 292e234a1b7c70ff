import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { factName } from '../../core/inventory/fact-name.js';
import { type InventoryEntry } from '../../core/inventory/inventory-entries.js';
import { type FieldOrigin, type InventorySnapshot } from '../../core/inventory/inventory-snapshot.js';
import { type StatedFact, statementsOf, type Statement } from '../../core/inventory/statements-of.js';
import { valueAt } from '../../core/inventory/value-at.js';
import { type BomProperty } from './bom-property.js';
import { propertyText } from './property-text.js';

export type DescribeRecord = (entry: InventoryEntry, taken: ReadonlySet<string>, prefix?: string) => BomProperty[];

/** Writes what CycloneDX has no field for, and who stated each fact, as properties; `prefix` tells records apart that share a list of properties. */
export function recordProperties(snapshot: InventorySnapshot): DescribeRecord {
  const readStatements = statementsOf(snapshot);
  return ({ kind, key, record }, taken, prefix = '') => {
    const statements = readStatements(key, record);
    const pointers = [...new Set(statements.flatMap(({ facts }) => facts.map(({ pointer }) => pointer)))];
    const own = pointers.filter((pointer) => pointer !== '/id' && !taken.has(pointer) && valueAt(record, pointer) !== undefined);
    return [
      { name: `domicile:${prefix}record`, value: propertyText(key) },
      ...own.map((pointer) => ({ name: `domicile:${prefix}${factName(kind, pointer)}`, value: propertyText(valueAt(record, pointer)) })),
      ...statements.flatMap((statement, index) => evidence(snapshot, record, statement, `domicile:${prefix}evidence:${index + 1}`)),
    ];
  };
}

function evidence(snapshot: InventorySnapshot, record: object, { origin, facts }: Statement, name: string): BomProperty[] {
  return [
    { name: `${name}:source`, value: propertyText(snapshot.sources[origin.source]?.path ?? '') },
    { name: `${name}:locator`, value: locator(origin) },
    { name: `${name}:confidence`, value: origin.confidence },
    ...(origin.note === undefined ? [] : [{ name: `${name}:note`, value: propertyText(origin.note) }]),
    ...facts.flatMap((fact) => factEvidence(record, fact, origin, name)),
  ];
}

/** The confidence of a fact is that of its statement where it is not written. */
function factEvidence(record: object, { pointer, value, origin }: StatedFact, whole: FieldOrigin, name: string): BomProperty[] {
  const differs = canonicalJson(valueAt(record, pointer)) !== canonicalJson(value);
  return [
    { name: `${name}:locator:${pointer}`, value: locator(origin) },
    ...(origin.confidence === whole.confidence ? [] : [{ name: `${name}:confidence:${pointer}`, value: origin.confidence }]),
    ...(origin.note === undefined ? [] : [{ name: `${name}:note:${pointer}`, value: propertyText(origin.note) }]),
    ...(differs ? [{ name: `${name}:value:${pointer}`, value: propertyText(value) }] : []),
  ];
}

/** Line and column in the source, or the JSON pointer into it. */
const locator = ({ line, column, pointer }: FieldOrigin): string => propertyText(line === undefined ? `#${pointer ?? ''}` : `${line}:${column ?? 1}`);

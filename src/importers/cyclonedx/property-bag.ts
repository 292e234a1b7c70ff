import { type PlacedValue } from './placed-value.js';
import { propertyValue } from './property-value.js';

type Path = readonly (string | number)[];

/** Who stated what of a record: source, locator, confidence and note of the statement (empty pointer) and of each field by its JSON pointer. */
export type StatedEvidence = ReadonlyMap<string, Readonly<Partial<Record<EvidencePart, PlacedValue>>>>;
export type EvidencePart = (typeof parts)[number];

/** The properties of one record. */
export interface PropertyBag {
  readonly key: PlacedValue;
  /** Facts by their name. */
  readonly facts: ReadonlyMap<string, PlacedValue>;
  /** By the number of the statement. */
  readonly statements: ReadonlyMap<number, StatedEvidence>;
}

const parts = ['source', 'locator', 'confidence', 'note', 'value'] as const;
/** Names that are about the document and state no fact. */
const aboutDocument = /^(inventory|snapshot|hash-is|stands-for|source:\d+|problem:\d+)$/;

interface OpenBag {
  key?: PlacedValue;
  readonly facts: Map<string, PlacedValue>;
  readonly statements: Map<number, Map<string, Partial<Record<EvidencePart, PlacedValue>>>>;
}

/** Takes the `domicile:` properties of one list apart: those of the thing itself, and those of the organisation and of flows that stand beside them. Bags without a record are left out. */
export function propertyBags(properties: readonly { readonly name: string; readonly value?: string | undefined }[] | undefined, at: Path): PropertyBag[] {
  const bags = new Map<string, OpenBag>();
  (properties ?? []).forEach(({ name, value }, index) => {
    const [, owner = '', rest = ''] = /^domicile:(organisation:|flow:[^:]+:)?(.+)$/s.exec(name) ?? [];
    if (rest === '' || value === undefined || aboutDocument.test(rest)) return;
    const bag: OpenBag = bags.get(owner) ?? { facts: new Map(), statements: new Map() };
    bags.set(owner, bag);
    fill(bag, rest, { value: propertyValue(value), at: [...at, index, 'value'] });
  });
  return [...bags.values()].flatMap(({ key, facts, statements }) => (key === undefined ? [] : [{ key, facts, statements }]));
}

function fill(bag: OpenBag, name: string, placed: PlacedValue): void {
  if (name === 'record') bag.key ??= placed;
  const [, number, part, pointer = ''] = /^evidence:([1-9]\d{0,5}):([a-z]+)(?::(\/.*))?$/s.exec(name) ?? [];
  const known = parts.find((each) => each === part);
  if (number === undefined || known === undefined) {
    if (name !== 'record' && !bag.facts.has(name)) bag.facts.set(name, placed);
    return;
  }
  const statement = bag.statements.get(Number(number)) ?? new Map<string, Partial<Record<EvidencePart, PlacedValue>>>();
  bag.statements.set(Number(number), statement);
  statement.set(pointer, { [known]: placed, ...statement.get(pointer) });
}

import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';

type Path = readonly (string | number)[];

export interface SpdxElement {
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly at: Path;
}

export interface SpdxGraph {
  readonly elements: readonly SpdxElement[];
  readonly byId: ReadonlyMap<string, SpdxElement>;
  readonly duplicates: readonly { readonly id: string; readonly at: Path }[];
  /** Elements to which relationships of a type lead from an element, with the relationship. */
  related(from: string, type: string): readonly { readonly to: SpdxElement; readonly by: SpdxElement }[];
}

/** Elements of an SPDX 3 document by id, and the relationships between them. Links are followed one step at a time, so cycles do no harm. */
export function spdxGraph(list: readonly unknown[], base: Path = []): SpdxGraph {
  const byId = new Map<string, SpdxElement>();
  const duplicates: { id: string; at: Path }[] = [];
  const elements = list.slice(0, 200_000).map((item, index): SpdxElement => {
    const value = membersOf(item);
    const id = value['spdxId'] ?? value['@id'];
    return { id: typeof id === 'string' ? id : '', value, at: base.length === 0 ? [] : [...base, index] };
  });
  for (const element of elements) {
    if (element.id === '') continue;
    if (byId.has(element.id)) duplicates.push({ id: element.id, at: element.at });
    else byId.set(element.id, element);
  }
  const relations = new Map<string, SpdxElement[]>();
  for (const element of elements) {
    const { type, from, relationshipType } = element.value;
    if (typeof type !== 'string' || !type.endsWith('Relationship') || typeof from !== 'string' || typeof relationshipType !== 'string') continue;
    const key = `${from}\n${relationshipType}`;
    const known = relations.get(key);
    if (known === undefined) relations.set(key, [element]);
    else known.push(element);
  }
  return {
    elements,
    byId,
    duplicates,
    related: (from, type) =>
      (relations.get(`${from}\n${type}`) ?? []).flatMap((by) => {
        const targets = Array.isArray(by.value['to']) ? itemsOf(by.value['to']) : [by.value['to']];
        return targets.flatMap((target) => {
          const to = typeof target === 'string' ? byId.get(target) : undefined;
          return to === undefined ? [] : [{ to, by }];
        });
      }),
  };
}

import { type SourcedRecord } from './sourced-claims.js';
import { type NounKind } from './noun-kind.js';
import { recordKey } from './record-key.js';

export interface GatheredRecord {
  readonly kind: NounKind;
  readonly id: string;
  readonly records: readonly SourcedRecord[];
}

/**
 * A flow found in configuration that goes where a declared flow of the same deployment goes, at the same stage, is that flow:
 * it becomes further evidence of the declared recipient. What is left undeclared is a way out that nobody wrote down.
 */
export function reconcileFlows(gathered: readonly [string, GatheredRecord][]): [string, GatheredRecord][] {
  const declared = new Map<string, string>();
  for (const [, { kind, id, records }] of gathered) if (kind === 'dataFlow' && !isUndeclared(records)) declared.set(way(records), id);
  const confirmations = new Map<string, SourcedRecord[]>();
  const kept = gathered.filter(([, { kind, records }]) => {
    const same = kind === 'dataFlow' && isUndeclared(records) ? declared.get(way(records)) : undefined;
    if (same === undefined) return true;
    const key = recordKey('dataFlow', same);
    confirmations.set(key, [...(confirmations.get(key) ?? []), ...records.map((sourced) => confirmation(sourced, same))]);
    return false;
  });
  return kept.map(([key, each]) => [key, { ...each, records: [...each.records, ...(confirmations.get(key) ?? [])] }]);
}

const isUndeclared = (records: readonly SourcedRecord[]): boolean => records.every(({ record }) => record.value['undeclared'] === true);

function way(records: readonly SourcedRecord[]): string {
  const stated = (field: string): unknown => records.map(({ record }) => record.value[field]).find((value) => value !== undefined);
  return JSON.stringify([stated('deployment'), stated('stage'), stated('to')]);
}

/** The found flow, cut down to what it confirms. */
function confirmation({ record, source }: SourcedRecord, id: string): SourcedRecord {
  const { to, region } = record.value;
  const origins = Object.fromEntries(Object.entries(record.origins).filter(([pointer]) => pointer === '/to' || pointer === '/region'));
  return { source, record: { ...record, id, value: { ...(to === undefined ? {} : { to }), ...(region === undefined ? {} : { region }) }, origins } };
}

import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { type InventoryFragment, type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { sha256Of } from '../../core/inventory/sha256-of.js';
import { byLine } from './by-line.js';
import { type GivenInventory } from './check-input.js';
import { type ClearedDeployment } from './cleared-deployment.js';

/** The register with what was cleared here, each clearance a source of its own. What files claim to be cleared does not count beside it, and a problem says so of each deployment that `isTold`. */
export function layClearancesOver({ fragments, settings, problems }: GivenInventory, cleared: readonly ClearedDeployment[], isTold = (_deployment: string): boolean => true): GivenInventory {
  const claims = fragments.flatMap(({ source, records }) => records.filter(claimsClearance).map((record) => ({ id: record.id, problem: claimIgnored(source.path, record) })));
  const kept = claims.length === 0 ? fragments : fragments.map((fragment) => ({ ...fragment, records: fragment.records.map((record) => (claimsClearance(record) ? withoutClaim(record) : record)) }));
  const present = new Set(kept.flatMap(({ records }) => records.filter(({ kind }) => kind === 'deployment').map(({ id }) => id)));
  return { fragments: [...kept, ...cleared.filter(({ id }) => present.has(id)).map(fragmentOf)], settings, problems: [...problems, ...claims.filter(({ id }) => isTold(id)).map(({ problem }) => problem).sort(byLine)] };
}

function fragmentOf({ id, cleared }: ClearedDeployment): InventoryFragment {
  const value = { id, cleared };
  const source = { path: `clearance/${id}`, importer: 'clearance', sha256: sha256Of(canonicalJson(value)), ...(cleared?.at === undefined ? {} : { effective: cleared.at }) };
  return { source, records: [{ kind: 'deployment', id, value, origin: { line: 1, column: 1, confidence: 'verified' }, origins: {} }] };
}

const claimsClearance = ({ kind, value }: InventoryRecord): boolean => kind === 'deployment' && value['cleared'] !== undefined;

const isOfClearance = (pointer: string): boolean => pointer === '/cleared' || pointer.startsWith('/cleared/');

function withoutClaim({ value: { cleared: _claimed, ...value }, origins, ...record }: InventoryRecord): InventoryRecord {
  return { ...record, value, origins: Object.fromEntries(Object.entries(origins).filter(([pointer]) => !isOfClearance(pointer))) };
}

function claimIgnored(file: string, { id, origin, origins }: InventoryRecord): Problem {
  const at = Object.entries(origins).find(([pointer]) => isOfClearance(pointer))?.[1] ?? origin;
  const message = `${id}: what this says was cleared does not count, since on the server only recorded clearances do; remove it, and clear the deployment with POST /api/v1/clearances`;
  return { file, ...(at.line === undefined ? {} : { line: at.line }), ...(at.column === undefined ? {} : { column: at.column }), code: 'cleared-elsewhere', level: 'warning', message };
}

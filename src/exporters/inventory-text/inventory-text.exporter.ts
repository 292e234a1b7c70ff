import { evidenceOf } from '../../core/inventory/evidence-of.js';
import { type InventorySnapshot } from '../../core/inventory/inventory-snapshot.js';
import { valueAt } from '../../core/inventory/value-at.js';
import { type InventoryExporter } from '../inventory-exporter.js';
import { codeLines } from './code-lines.js';
import { type ScannedInventory } from '../scanned-inventory.js';

/** For a person: each record with its facts, where they stand and how well they are known. */
export const inventoryTextExporter: InventoryExporter = { id: 'text', mediaType: 'text/plain; charset=utf-8', extension: 'txt', export: inventoryText };

function inventoryText({ snapshot, problems, unrecognised, code }: ScannedInventory): string {
  const sections: [string, readonly { readonly id: string }[], string][] = [
    ['Deployments', snapshot.deployments, 'deployment'],
    ['Models', snapshot.models, 'model'],
    ['Weights', snapshot.weights, 'weights'],
    ['Providers', snapshot.providers, 'provider'],
    ['Licences', snapshot.licences, 'licence'],
    ['Legal entities', snapshot.legalEntities, 'entity'],
    ['Data flows', snapshot.dataFlows, 'flow'],
    ['Lineage', snapshot.lineage, 'lineage'],
  ];
  return [
    ...problems.map(({ file, line, column, message, level }) => `${file}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${level ?? 'error'}: ${message}`),
    ...sections.filter(([, records]) => records.length > 0).flatMap(([title, records, prefix]) => ['', `${title} (${records.length})`, ...records.flatMap((record) => recordLines(snapshot, `${prefix}/${record.id}`, record))]),
    ...(snapshot.contradictions.length > 0 ? ['', `Contradictions (${snapshot.contradictions.length})`] : []),
    ...snapshot.contradictions.map(({ record, pointer, claims, decided }) => `  ${record}${pointer}: ${claims.map(({ value, source, line, confidence }) => `${JSON.stringify(value)} (${source}${line ? `:${line}` : ''}, ${confidence})`).join(' but ')}${decided ? '; the statement stands' : ''}`),
    ...(unrecognised.length > 0 ? ['', `${unrecognised.length} files of no known format were passed over${unrecognised.length <= 5 ? `: ${unrecognised.join(', ')}` : ''}`] : []),
    ...(code === undefined ? [] : codeLines(code)),
    '',
    `Snapshot ${snapshot.digest}`,
    '',
  ].join('\n');
}

function recordLines(snapshot: InventorySnapshot, key: string, record: object): string[] {
  const facts = [...(snapshot.origins.get(key)?.keys() ?? [])].filter((pointer) => pointer !== '' && !/\/\d+(\/|$)/.test(pointer));
  const lines = facts.flatMap((pointer) => {
    const value = valueAt(record, pointer);
    if (value === undefined || (typeof value === 'object' && !Array.isArray(value))) return [];
    const [evidence] = evidenceOf(snapshot, key, pointer);
    return [`    ${pointer.slice(1).replaceAll('/', '.')}: ${shorten(JSON.stringify(value))}  [${evidence?.confidence ?? 'unresolved'}, ${evidence?.locator ?? ''}]`];
  });
  return [`  ${key}`, ...lines];
}

const shorten = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

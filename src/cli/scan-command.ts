import { assembleSnapshot } from '../core/inventory/assemble-snapshot.js';
import { type Evidence } from '../core/inventory/evidence.js';
import { evidenceOf } from '../core/inventory/evidence-of.js';
import { type InventorySnapshot } from '../core/inventory/inventory-snapshot.js';
import { type Problem } from '../core/inventory/problem.js';
import { type CommandOutput } from './command-output.js';
import { gatherInputs } from './gather-inputs.js';

export interface ScanOptions {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly asOf: string;
}

export const scanHelp = `
Example:
  $ domicile scan examples/nordlicht
  $ domicile scan . --format json > inventory.json

Reads domicile.yaml, Hugging Face cards and config.json, and LiteLLM gateways, and prints every fact with its place and confidence.`;

/** `domicile scan`: the inventory as the sources state it, contradictions and problems included. Exit code 2 where something could not be read. */
export async function scan(options: ScanOptions): Promise<CommandOutput> {
  const { imported, problems } = await gatherInputs(options.paths);
  const snapshot = assembleSnapshot(imported.fragments, options.asOf);
  const exitCode = problems.some(({ level }) => level !== 'warning') ? 2 : 0;
  const stdout = options.format === 'json' ? `${JSON.stringify(inventoryJson(snapshot, problems), null, 2)}\n` : inventoryText(snapshot, problems, imported.unrecognised);
  return { stdout, stderr: '', exitCode };
}

function inventoryJson(snapshot: InventorySnapshot, problems: readonly Problem[]): object {
  const { digest, organisation, legalEntities, models, weights, licences, providers, deployments, dataFlows, lineage, contradictions } = snapshot;
  return { schema: 'domicile/inventory/1', digest, ...(organisation ? { organisation } : {}), legalEntities, models, weights, licences, providers, deployments, dataFlows, lineage, contradictions, evidence: factsOf(snapshot), problems };
}

/** Every fact: which field of which record, and what supports it. */
function factsOf(snapshot: InventorySnapshot): (Evidence & { readonly record: string; readonly pointer: string })[] {
  return [...snapshot.origins].flatMap(([record, origins]) => [...origins.keys()].flatMap((pointer) => evidenceOf(snapshot, record, pointer).map((evidence) => ({ record, pointer, ...evidence }))));
}

function inventoryText(snapshot: InventorySnapshot, problems: readonly Problem[], unrecognised: readonly string[]): string {
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

function valueAt(record: object, pointer: string): unknown {
  let at: unknown = record;
  for (const key of pointer.slice(1).split('/')) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return at;
}

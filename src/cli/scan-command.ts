import { assembleSnapshot } from '../core/inventory/assemble-snapshot.js';
import { inventoryExporters } from '../exporters/inventory-registry.js';
import { type ScannedInventory } from '../exporters/scanned-inventory.js';
import { bundledFolder } from '../files/bundled-folder.js';
import { readReference } from '../files/read-reference.js';
import { type ImportedSources } from '../importers/import-sources.js';
import { inventoryTables } from '../exporters/tables/inventory-tables.js';
import { checkTableTargets } from './check-table-targets.js';
import { type CommandOutput } from './command-output.js';
import { type GivenWeights } from './given-weights.js';
import { gatherInputs } from './gather-inputs.js';
import { type OutputTarget, outputTargets } from './output-targets.js';
import { type ScannedCode } from './scan-code-paths.js';
import { isTableFormat, tableFormats } from './table-format.js';
import { tableOutputs, type WrittenOutput } from './table-outputs.js';
import { UsageError } from './usage-error.js';
import { writeOutputs } from './write-outputs.js';

export interface ScanOptions {
  readonly paths: readonly string[];
  readonly formats: readonly string[];
  readonly outputs: readonly string[];
  /** The one table to write as CSV or XLSX; absent: all. */
  readonly table?: string;
  readonly asOf: string;
  /** Files and folders of source code to look through. */
  readonly code?: readonly string[];
  /** Weights whose bytes are evidence. */
  readonly weights?: GivenWeights;
}

export const scanHelp = `
Examples:
  $ domicile scan examples/nordlicht
  $ domicile scan . --format json > inventory.json
  $ domicile scan domicile.yaml --code services/   what the source code imports and calls, with file, line and column
  $ domicile scan . --weights llama=models/llama   what the bytes of the weights show, as evidence of that model
  $ domicile scan . --lineage --format svg --output lineage.svg   what models were made from, with the state of their weights
  $ domicile scan . --format cyclonedx --output ../inventory.cdx.json
  $ domicile scan . --format csv --table deployments
  $ domicile scan . --format dora-csv --output register.csv
  $ domicile scan . --format csv --output tables/ --format xlsx --output inventory.xlsx

Formats: text · json · cyclonedx (ML-BOM, version 1.6) · cyclonedx-1.7 · csv · xlsx · dora-csv. A CycloneDX document gives the same
inventory when it is scanned in turn; write it outside of the folder that is scanned, or it becomes one of its sources.
Tables: deployments, models, weights, licences, providers, data-flows, lineage, organisation, legal-entities, dora-register, contradictions,
problems, evidence. dora-csv is dora-register alone: the keys of the register of information (DORA Art. 28(3)) for each deployment and each provider
with a part in it, under the codes of Implementing Regulation (EU) 2024/2956 where a column is one of its own; the organisation's own operation is
no third party and has no row. It is material for the register, not a filing.
An empty cell is what nobody states ('unknown' in dora-register); 'contradicted' is what sources contradict each other on. In CSV, a cell that
a spreadsheet could take for a formula, or that begins with an apostrophe, has an apostrophe put before it.
A file that is named and not read is an error; one in a folder is a warning where it looks like a part of the inventory.
Prints every fact with its place and confidence; everything that 'check' reads is read: manifests, model cards, gateways, charts, plans, BOMs.`;

/** `domicile scan`: the inventory as the sources state it, contradictions and problems included. Exit code 2 where something could not be read. */
export async function scan({ paths, formats, outputs, table, asOf, code: codePaths, weights }: ScanOptions): Promise<CommandOutput> {
  const targets = outputTargets(formats, outputs, [...inventoryExporters.map(({ id }) => id), ...tableFormats]);
  checkTableTargets(targets, table);
  if (codePaths !== undefined && targets.some(({ format }) => format !== 'text' && format !== 'json')) throw new UsageError('what code calls is written as text or json; leave out --code, or the other formats');
  const { imported, problems: found } = await gatherInputs(paths, weights?.folders.map(({ folder }) => folder));
  const code = codePaths === undefined ? undefined : await codeOf(codePaths, imported);
  const weighed = weights === undefined ? undefined : await (await import('./evidence-of-weights.js')).evidenceOfWeights(weights, imported.fragments, asOf);
  const problems = [...found, ...(code?.problems ?? []), ...(weighed?.problems ?? [])];
  const inventory: ScannedInventory = { snapshot: assembleSnapshot([...imported.fragments, ...(code?.fragments ?? []), ...(weighed?.fragments ?? [])], asOf), problems, unrecognised: imported.unrecognised.map(({ path }) => path), ...(code === undefined ? {} : { code }) };
  const written: WrittenOutput[] = [];
  for (const target of targets) written.push(...(isTableFormat(target.format) ? await tableOutputs(inventoryTables(inventory), target, table) : [exported(inventory, target)]));
  return { stdout: await writeOutputs(written), stderr: '', exitCode: problems.some(({ level }) => level !== 'warning') ? 2 : 0 };
}

function exported(inventory: ScannedInventory, { format, output }: OutputTarget): WrittenOutput {
  const content = inventoryExporters.find(({ id }) => id === format)?.export(inventory) ?? '';
  return output === undefined ? { content } : { output, content };
}

async function codeOf(paths: readonly string[], { settings }: ImportedSources): Promise<ScannedCode> {
  const { scanCodePaths } = await import('./scan-code-paths.js');
  return scanCodePaths(paths, settings.code, await readReference(bundledFolder('dist/policies/reference'), settings.facts));
}

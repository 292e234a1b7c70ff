import { assembleSnapshot } from '../core/inventory/assemble-snapshot.js';
import { buildLineageGraph } from '../core/inventory/build-lineage-graph.js';
import { modelByAlias } from '../core/reference/model-by-alias.js';
import { type ReferenceFacts } from '../core/reference/reference-facts.js';
import { lineageFormats } from '../exporters/lineage/lineage-formats.js';
import { bundledFolder } from '../files/bundled-folder.js';
import { readReference } from '../files/read-reference.js';
import { type CommandOutput, refusal } from './command-output.js';
import { gatherInputs } from './gather-inputs.js';
import { outputTargets } from './output-targets.js';
import { printable } from './printable.js';
import { type ScanOptions } from './scan-command.js';
import { UsageError } from './usage-error.js';
import { writeOutputs } from './write-outputs.js';

/** A drawing with more boxes or lines can be read by nobody. */
const most = { models: 500, steps: 1_500 };

/** `domicile scan --lineage`: what models were made from. Circles are refused, parents that nothing describes are told on standard error. */
export async function scanLineage({ paths, formats, outputs, table, code, weights, asOf }: ScanOptions): Promise<CommandOutput> {
  const targets = outputTargets(formats, outputs, Object.keys(lineageFormats));
  if (code !== undefined || table !== undefined) throw new UsageError('--lineage draws the lineage and nothing else; leave out --code and --table');
  const { imported, problems: read } = await gatherInputs(paths, weights?.folders.map(({ folder }) => folder));
  const weighed = weights === undefined ? { fragments: [], problems: [] } : await (await import('./evidence-of-weights.js')).evidenceOfWeights(weights, imported.fragments, asOf);
  const snapshot = assembleSnapshot([...imported.fragments, ...weighed.fragments], asOf);
  const reference = await readReference(bundledFolder('dist/policies/reference'), imported.settings.facts);
  const scanned = [...read, ...weighed.problems];
  const { graph, problems } = buildLineageGraph(snapshot, (id) => factsName(reference, id));
  if (graph === undefined) return refusal([...scanned, ...problems]);
  if (targets.some(({ format }) => format === 'svg') && (graph.nodes.length > most.models || graph.steps.length > most.steps)) throw new UsageError(`a lineage of ${graph.nodes.length} models and ${graph.steps.length} steps cannot be drawn, at most ${most.models} and ${most.steps}; name fewer files, or write --format dot`);
  const stdout = await writeOutputs(targets.map(({ format, output }) => ({ ...(output === undefined ? {} : { output }), content: lineageFormats[format]?.(graph) ?? '' })));
  const all = [...scanned, ...problems];
  const stderr = all.map(({ file, line, column, message, level }) => `${file}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${level ?? 'error'}: ${message}\n`).join('');
  return { stdout, stderr: printable(stderr), exitCode: all.some(({ level }) => level !== 'warning') ? 2 : 0 };
}

function factsName(reference: ReferenceFacts, id: string): string | undefined {
  return reference.models.get(id)?.id ?? modelByAlias(reference, id)?.model;
}

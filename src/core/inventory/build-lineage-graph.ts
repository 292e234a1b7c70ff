import { byCodeUnit } from './by-code-unit.js';
import { evidenceOf } from './evidence-of.js';
import { type LineageEdge } from './lineage-edge.js';
import { findLineageCircle } from './find-lineage-circle.js';
import { groupedBy } from './grouped-by.js';
import { type InventorySnapshot } from './inventory-snapshot.js';
import { type LineageGraph, type LineageNode, type LineageWeights } from './lineage-graph.js';
import { type Problem } from './problem.js';
import { readableText } from './readable-text.js';
import { recordKey } from './record-key.js';
import { type WeightArtefact } from './weight-artefact.js';

export type LineageRead = { readonly graph: LineageGraph; readonly problems: readonly Problem[] } | { readonly graph?: undefined; readonly problems: readonly Problem[] };

/** The lineage of an inventory; none where models are stated to be made from one another in a circle. `factsName` is the name under which reference facts know a model that no source describes. */
export function buildLineageGraph(snapshot: InventorySnapshot, factsName: (id: string) => string | undefined): LineageRead {
  const circle = findLineageCircle(snapshot.lineage);
  if (circle !== undefined) {
    const [first] = circle;
    const [evidence] = first === undefined ? [] : evidenceOf(snapshot, recordKey('lineageEdge', first.id), '');
    const names = [...circle.map(({ child }) => child), first?.child ?? ''].map((id) => readableText(id)).slice(0, 20);
    const place = evidence?.line === undefined ? {} : { line: evidence.line, column: evidence.column ?? 1 };
    return { problems: [{ file: evidence?.source ?? 'domicile.yaml', ...place, code: 'lineage-circle', message: `models are said to be made from one another in a circle, ${names.join(' from ')}; correct the parents of one of them` }] };
  }
  const models = new Map(snapshot.models.map((model) => [model.id, model]));
  const related = new Set(snapshot.lineage.flatMap(({ child, parent }) => [child, parent]));
  const weights = groupedBy(snapshot.weights, ({ model }) => model);
  const nodes = [...related].sort(byCodeUnit).map((id): LineageNode => {
    const name = models.get(id)?.name ?? factsName(id) ?? id;
    return { id, name, known: models.has(id) ? 'recorded' : factsName(id) === undefined ? 'missing' : 'by-facts', weights: weightsOf(weights.get(id) ?? []) };
  });
  const steps = [...snapshot.lineage].sort((a, b) => byCodeUnit(a.child, b.child) || byCodeUnit(a.parent, b.parent) || byCodeUnit(a.relation, b.relation)).map(({ child, parent, relation, dataset }) => ({ child, parent, relation, ...(dataset === undefined ? {} : { dataset }) }));
  const edgeOf = new Map(snapshot.lineage.flatMap((edge) => [[edge.child, edge], [edge.parent, edge]] as const));
  const problems = nodes.filter(({ known }) => known === 'missing').map(({ id }) => missingModel(snapshot, id, edgeOf.get(id)));
  return { graph: { nodes, steps, apart: snapshot.models.filter(({ id }) => !related.has(id)).length }, problems };
}

function missingModel(snapshot: InventorySnapshot, id: string, edge: LineageEdge | undefined): Problem {
  const [evidence] = edge === undefined ? [] : evidenceOf(snapshot, recordKey('lineageEdge', edge.id), '/parent');
  const place = evidence?.line === undefined ? {} : { line: evidence.line, column: evidence.column ?? 1 };
  return { file: evidence?.source ?? 'domicile.yaml', ...place, code: 'missing-parent', message: `no source and no facts describe '${readableText(id)}', which stands in a lineage; add it under models, or correct its id`, level: 'warning' };
}

function weightsOf(files: readonly WeightArtefact[]): LineageWeights {
  const verified = files.filter(({ verification }) => verification === 'digest' || verification === 'signature');
  const ways = new Set(verified.map(({ verification }) => verification));
  return { files: files.length, verified: verified.length, by: ways.size === 2 ? 'both' : ways.has('signature') ? 'signature' : ways.has('digest') ? 'digest' : 'none' };
}

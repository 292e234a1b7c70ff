import { type LineageEdge } from '../../core/inventory/lineage-edge.js';
import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { type ParsedDocument } from '../parsed-document.js';
import { type DeploymentEntry } from './deployment-entry.js';
import { manifestRecord } from './manifest-record.js';
import { type ModelEntry } from './model-entry.js';
import { type ReadEntry } from './read-entries.js';

/** The records that one valid entry of a manifest stands for: a model brings its parents and weights, a deployment its flows. */
export function recordsOfEntry(document: ParsedDocument, kind: NounKind, { value, path }: ReadEntry): InventoryRecord[] {
  switch (kind) {
    case 'model':
      return modelRecords(document, value as ModelEntry, path);
    case 'deployment':
      return deploymentRecords(document, value as DeploymentEntry, path);
    case 'lineageEdge':
      return [lineageRecord(document, value as Omit<LineageEdge, 'id'>, path)];
    default:
      return [manifestRecord(document, kind, String(value['id']), value, path)];
  }
}

type Path = ReadEntry['path'];

function modelRecords(document: ParsedDocument, entry: ModelEntry, path: Path): InventoryRecord[] {
  const { baseModels = [], weights = [], files: _files, ...model } = entry;
  return [
    manifestRecord(document, 'model', model.id, model, path),
    ...baseModels.map(({ id: parent, ...edge }, index) => lineageRecord(document, { child: model.id, parent, ...edge }, [...path, 'baseModels', index])),
    ...weights.map((artefact, index) => manifestRecord(document, 'weightArtefact', artefact.id, { model: model.id, ...artefact }, [...path, 'weights', index])),
  ];
}

function deploymentRecords(document: ParsedDocument, entry: DeploymentEntry, path: Path): InventoryRecord[] {
  const { flows = [], files: _files, code: _code, ...deployment } = entry;
  return [
    manifestRecord(document, 'deployment', deployment.id, deployment, path),
    ...flows.map(({ id: own, ...flow }, index) => {
      const id = `${deployment.id}/${own}`;
      return manifestRecord(document, 'dataFlow', id, { id, deployment: deployment.id, ...flow }, [...path, 'flows', index]);
    }),
  ];
}

function lineageRecord(document: ParsedDocument, edge: Omit<LineageEdge, 'id'>, path: Path): InventoryRecord {
  const id = `${edge.child} ${edge.relation} ${edge.parent}`;
  return manifestRecord(document, 'lineageEdge', id, { id, ...edge }, path);
}

import { z } from 'zod';
import { lineageEdge } from '../../core/inventory/lineage-edge.js';
import { model } from '../../core/inventory/model.js';
import { recordId } from '../../core/inventory/record-id.js';
import { text } from '../../core/inventory/text.js';
import { weightArtefact } from '../../core/inventory/weight-artefact.js';

const baseModel = lineageEdge.pick({ relation: true, dataset: true }).extend({ id: recordId });

/** A model as a manifest writes it: with its parents, its weights and the files that speak of it. */
export const modelEntry = model.extend({
  baseModels: z.array(baseModel).max(50).optional().describe('what it was made from; a merge names all its parents'),
  weights: z.array(weightArtefact.omit({ model: true })).max(2_000).optional(),
  files: z.array(text(1_000)).max(50).optional().describe('files that speak of this model, relative to this manifest: its card, its config.json'),
});
export type ModelEntry = z.infer<typeof modelEntry>;

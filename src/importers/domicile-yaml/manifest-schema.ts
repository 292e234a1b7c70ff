import { z } from 'zod';
import { dataFlow } from '../../core/inventory/data-flow.js';
import { instant } from '../../core/inventory/instant.js';
import { legalEntity } from '../../core/inventory/legal-entity.js';
import { licence } from '../../core/inventory/licence.js';
import { lineageEdge } from '../../core/inventory/lineage-edge.js';
import { organisation } from '../../core/inventory/organisation.js';
import { provider } from '../../core/inventory/provider.js';
import { text } from '../../core/inventory/text.js';
import { weightArtefact } from '../../core/inventory/weight-artefact.js';
import { deploymentEntry } from './deployment-entry.js';
import { modelEntry } from './model-entry.js';

const path = text(1_000);

/** `domicile.yaml`: the file people write. Everything but `domicile` and the ids is optional; whatever is absent is unknown, never assumed. */
export const manifestSchema = z
  .strictObject({
    domicile: z.literal(1).describe('version of this format'),
    effective: instant.optional().describe('when what this file says was true; absent: when it is read, unknown'),
    packs: z.array(text()).max(50).optional().describe('policy packs to audit against: ids or paths; absent: the recommended set'),
    waivers: z.array(path).max(200).optional().describe('waiver files, relative to this file'),
    facts: z.array(path).max(50).optional().describe('overlays of reference facts, relative to this file'),
    organisation: organisation.optional(),
    legalEntities: z.array(legalEntity).max(1_000).optional(),
    providers: z.array(provider).max(5_000).optional(),
    licences: z.array(licence).max(2_000).optional(),
    models: z.array(modelEntry).max(20_000).optional(),
    lineage: z.array(lineageEdge.omit({ id: true })).max(50_000).optional(),
    weights: z.array(weightArtefact).max(50_000).optional(),
    deployments: z.array(deploymentEntry).max(100_000).optional(),
    flows: z.array(dataFlow).max(100_000).optional(),
  })
  .meta({ id: 'Manifest', title: 'domicile.yaml', description: 'Inventory of AI model deployments for a data-sovereignty audit' });

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
import { manifestCaps } from './manifest-caps.js';
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
    legalEntities: z.array(legalEntity).max(manifestCaps.legalEntities).optional(),
    providers: z.array(provider).max(manifestCaps.providers).optional(),
    licences: z.array(licence).max(manifestCaps.licences).optional(),
    models: z.array(modelEntry).max(manifestCaps.models).optional(),
    lineage: z.array(lineageEdge.omit({ id: true })).max(manifestCaps.lineage).optional(),
    weights: z.array(weightArtefact).max(manifestCaps.weights).optional(),
    deployments: z.array(deploymentEntry).max(manifestCaps.deployments).optional(),
    flows: z.array(dataFlow).max(manifestCaps.flows).optional(),
  })
  .meta({ id: 'Manifest', title: 'domicile.yaml', description: 'Inventory of AI model deployments for a data-sovereignty audit' });

import { z } from 'zod';
import { confidence } from '../core/inventory/confidence.js';
import { dataFlow } from '../core/inventory/data-flow.js';
import { deployment } from '../core/inventory/deployment.js';
import { legalEntity } from '../core/inventory/legal-entity.js';
import { licence } from '../core/inventory/licence.js';
import { lineageEdge } from '../core/inventory/lineage-edge.js';
import { model } from '../core/inventory/model.js';
import { organisation } from '../core/inventory/organisation.js';
import { provider } from '../core/inventory/provider.js';
import { weightArtefact } from '../core/inventory/weight-artefact.js';

const place = { line: z.number().int().positive().optional(), column: z.number().int().positive().optional() };

/** What `domicile scan --format json` prints: every record, and as evidence every fact with its place and confidence. */
export const inventorySchema = z
  .strictObject({
    schema: z.literal('domicile/inventory/1'),
    digest: z.string(),
    organisation: organisation.optional(),
    legalEntities: z.array(legalEntity),
    models: z.array(model),
    weights: z.array(weightArtefact),
    licences: z.array(licence),
    providers: z.array(provider),
    deployments: z.array(deployment),
    dataFlows: z.array(dataFlow),
    lineage: z.array(lineageEdge),
    contradictions: z.array(z.strictObject({ record: z.string(), pointer: z.string(), decided: z.boolean(), claims: z.array(z.strictObject({ value: z.unknown(), source: z.string(), ...place, confidence })) })),
    evidence: z.array(
      z.strictObject({ record: z.string(), pointer: z.string(), id: z.string(), source: z.string(), sha256: z.string(), locator: z.string(), ...place, importer: z.string(), confidence, effective: z.string().optional(), note: z.string().optional() }),
    ),
    problems: z.array(z.strictObject({ file: z.string(), ...place, code: z.string(), message: z.string(), level: z.literal('warning').optional() })),
  })
  .meta({ id: 'Inventory' });

import { z } from 'zod';
import { codeCall } from '../core/inventory/code-call.js';
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

const codeHit = z.strictObject({
  file: z.string(),
  line: z.number().int().positive(),
  column: z.number().int().positive(),
  kind: z.enum(['import', 'endpoint', 'model-id', 'environment-variable', 'mcp-server']),
  name: z.string(),
  context: z.enum(['production', 'comment', 'test', 'documentation', 'vendored', 'generated']),
  basis: z.enum(['call', 'hint']),
  providers: z.array(z.string()).optional(),
  host: z.string().optional(),
  own: z.boolean().optional(),
  note: z.string().optional(),
});

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
    code: z.strictObject({ files: z.number().int().nonnegative(), hits: z.array(codeHit), calls: z.array(codeCall), passedOver: z.array(z.string()) }).optional().describe('with --code: every place that names a provider; only those in production make calls'),
    problems: z.array(z.strictObject({ file: z.string(), ...place, code: z.string(), message: z.string(), level: z.literal('warning').optional() })),
  })
  .meta({ id: 'Inventory' });

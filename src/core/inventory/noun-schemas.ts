import { type z } from 'zod';
import { codeCall } from './code-call.js';
import { dataFlow } from './data-flow.js';
import { deployment } from './deployment.js';
import { legalEntity } from './legal-entity.js';
import { licence } from './licence.js';
import { lineageEdge } from './lineage-edge.js';
import { model } from './model.js';
import { type NounKind } from './noun-kind.js';
import { organisation } from './organisation.js';
import { provider } from './provider.js';
import { weightArtefact } from './weight-artefact.js';

/** The one schema of each noun; types, JSON Schemas, error messages and the rules' type environment come from it. */
export const nounSchemas = { organisation, legalEntity, provider, licence, model, weightArtefact, lineageEdge, deployment, dataFlow, codeCall } satisfies Record<NounKind, z.ZodObject>;

import { z } from 'zod';
import { dataFlow } from '../../core/inventory/data-flow.js';
import { deployment } from '../../core/inventory/deployment.js';

/** A deployment as a manifest writes it: with its flows, whose ids need be unique only within it. */
export const deploymentEntry = deployment.extend({ flows: z.array(dataFlow.omit({ deployment: true })).max(200).optional() });
export type DeploymentEntry = z.infer<typeof deploymentEntry>;

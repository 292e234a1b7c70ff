import { z } from 'zod';
import { dataFlow } from '../../core/inventory/data-flow.js';
import { deployment } from '../../core/inventory/deployment.js';
import { text } from '../../core/inventory/text.js';

/** A deployment as a manifest writes it: with its flows, whose ids need be unique only within it. */
export const deploymentEntry = deployment.extend({
  flows: z.array(dataFlow.omit({ deployment: true })).max(200).optional(),
  files: z.array(text(1_000)).max(50).optional().describe('files that show what it really calls, relative to this manifest; gateway.yaml#alias means one alias of a gateway'),
  code: z.array(text(1_000)).max(50).optional().describe('files and folders of its source code, relative to this manifest, which check --code looks through'),
});
export type DeploymentEntry = z.infer<typeof deploymentEntry>;

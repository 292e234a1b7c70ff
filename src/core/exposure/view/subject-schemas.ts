import { type z } from 'zod';
import { deploymentView } from './deployment-view.js';
import { flowView } from './flow-view.js';
import { modelView } from './model-view.js';
import { organisationView } from './organisation-view.js';

/** What stands under each variable that rules read; the type environment comes from it. */
export const subjectSchemas = { organisation: organisationView, deployment: deploymentView, model: modelView, flow: flowView } satisfies Record<string, z.ZodType>;

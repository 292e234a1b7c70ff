import { type Deployment } from '../../core/inventory/deployment.js';

/** What was cleared here for a deployment. */
export type ClearedDeployment = Pick<Deployment, 'id' | 'cleared'>;

import { type Deployment } from '../inventory/deployment.js';

/** A deployment as far as the others see it. */
export type FleetMember = Pick<Deployment, 'id' | 'model' | 'route' | 'status' | 'criticality' | 'provider' | 'place'>;

import { type Confinement } from './confinement.js';
import { type Permission } from './permission.js';

/** Who asks, as far as the server needs to know: pseudonymous ids, never a name. The system itself has the id of what it does the work for, such as a schedule. */
export interface Principal {
  readonly organisationId: string;
  readonly kind: 'api-key' | 'user' | 'system';
  readonly id: string;
  readonly permissions: readonly Permission[];
  /** Absent: every unit is theirs. */
  readonly confined?: Confinement;
}

import { type AffectedPart } from '../../core/audit/remaining-part.js';
import { type FleetOverview } from '../../core/exposure/fleet-overview.js';
import { type Waiver } from '../../core/finding/waiver.js';
import { type InventoryFragment } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { type ManifestSettings } from '../../importers/importer.js';
import { type OwnRulebook } from '../policies/policies.service.js';
import { type CheckRequest } from './check-request.js';
import { type ClearedDeployment } from './cleared-deployment.js';

/** A check as a worker takes it. Where the inventory is given, the files are only what its settings name beside it. */
export interface CheckInput extends CheckRequest {
  readonly asOf: string;
  readonly inventory?: GivenInventory;
  /** The part to audit; absent: the whole. */
  readonly only?: readonly string[] | undefined;
  readonly affected?: AffectedOfAudit;
  /** Waivers that were approved here. */
  readonly granted?: readonly Waiver[];
  /** What the organisation's own policies make of the rulebook; absent: nothing. */
  readonly own?: OwnRulebook;
  /** What was cleared here of a register; absent where files were sent. */
  readonly cleared?: readonly ClearedDeployment[];
}

/** What is audited again, and which audit that continues. */
export interface AffectedOfAudit extends AffectedPart {
  readonly continues: string;
}

/** What reading files gave earlier. */
export interface GivenInventory {
  /** Of the whole register, where this is the part of it that an audit looks at. */
  readonly overview?: FleetOverview;
  readonly fragments: readonly InventoryFragment[];
  readonly settings: ManifestSettings;
  readonly problems: readonly Problem[];
}

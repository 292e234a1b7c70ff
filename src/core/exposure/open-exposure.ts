import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';
import { type ExposureContext } from './exposure-context.js';
import { exposePart } from './expose-part.js';
import { type FleetOverview, overlookSnapshot } from './fleet-overview.js';
import { openCommons } from './open-commons.js';

/** Indexes an inventory once for all derivations at an instant. Where it is a part of a larger one, `overview` is of the larger. */
export function openExposure(snapshot: InventorySnapshot, reference: ReferenceFacts, asOf: string, overview: FleetOverview = overlookSnapshot(snapshot)): ExposureContext {
  return exposePart(openCommons(snapshot, reference, asOf, overview), snapshot);
}

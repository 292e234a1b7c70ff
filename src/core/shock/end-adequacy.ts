import { nearestName } from '../inventory/nearest-name.js';
import { dayOf } from '../reference/day-of.js';
import { holdsOn } from '../reference/holds-on.js';
import { overlayReference } from '../reference/overlay-reference.js';
import { type ShockedWorld, type World } from './shocked-world.js';

/** Ends every adequacy decision of a jurisdiction that holds on the day, and lays the change over the facts. */
export function endAdequacy({ snapshot, reference }: World, jurisdiction: string, overlay: string): ShockedWorld {
  const facts = reference.jurisdictions.get(jurisdiction);
  if (facts === undefined) {
    const near = nearestName(jurisdiction, reference.jurisdictions.keys());
    return { problem: `the facts know no jurisdiction '${jurisdiction}'; ${near === undefined ? "see 'domicile facts list jurisdictions'" : `did you mean '${near}'?`}` };
  }
  const day = dayOf(snapshot.asOf);
  const { overlay: _overlay, ...record } = facts;
  const adequacy = (record.adequacy ?? []).map((decision) => (stands(decision, day) ? { ...decision, to: day, endedBy: overlay } : decision));
  if (!(record.adequacy ?? []).some((decision) => stands(decision, day))) return { problem: `${record.name} has no adequacy decision in force on ${day}, so none can fall; name another jurisdiction or another --as-of` };
  return { world: { snapshot, reference: overlayReference(reference, { overlay, jurisdictions: [{ ...record, adequacy }] }) } };
}

function stands(decision: { readonly from?: string | undefined; readonly to?: string | undefined; readonly expires?: string | undefined }, day: string): boolean {
  return holdsOn(decision, day) && (decision.expires === undefined || day < decision.expires);
}

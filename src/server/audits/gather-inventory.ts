import { gatherSources } from '../../importers/gather-sources.js';
import { type CheckInput, type GivenInventory } from './check-input.js';
import { layClearancesOver } from './lay-clearances-over.js';

/** What is known of the inventory: as it was given, with what was cleared here, or read from the files that were sent. */
export function gatherInventory({ inventory, files, cleared }: CheckInput): GivenInventory {
  if (inventory !== undefined) return cleared === undefined ? inventory : layClearancesOver(inventory, cleared);
  const { imported, problems } = gatherSources(files);
  return { fragments: imported.fragments, settings: imported.settings, problems };
}

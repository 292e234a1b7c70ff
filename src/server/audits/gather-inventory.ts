import { gatherSources } from '../../importers/gather-sources.js';
import { type CheckInput, type GivenInventory } from './check-task.js';

/** What is known of the inventory: as it was given, or read from the files that were sent. */
export function gatherInventory({ inventory, files }: CheckInput): GivenInventory {
  if (inventory !== undefined) return inventory;
  const { imported, problems } = gatherSources(files);
  return { fragments: imported.fragments, settings: imported.settings, problems };
}

import { compareRulebooks, type RulebookComparison } from '../../core/audit/compare-rulebooks.js';
import { assembleSnapshot } from '../../core/inventory/assemble-snapshot.js';
import { type CompiledPack } from '../../core/policy/compiled-pack.js';
import { type AuditAssets } from './audit-assets.js';
import { type CheckInput } from './check-input.js';
import { gatherInventory } from './gather-inventory.js';
import { inForcePacks } from './in-force-packs.js';
import { layFactsOver } from './lay-facts-over.js';

/** Changes that are shown one by one. */
const most = 500;

/** What would change if a pack took the place of the one of its id that is in force, if any is. @throws DomainError `not-checkable` */
export function comparePack(input: CheckInput, pack: CompiledPack, assets: AuditAssets): RulebookComparison {
  const { fragments, settings } = gatherInventory(input);
  const reference = layFactsOver(assets.reference, input, settings.facts);
  const before = inForcePacks(assets.packs, input.own).filter(({ id }) => id === pack.id);
  return compareRulebooks({ snapshot: assembleSnapshot(fragments, input.asOf), reference, before, after: [pack], most });
}

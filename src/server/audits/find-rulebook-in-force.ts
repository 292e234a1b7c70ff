import { engineName } from '../../core/audit/engine-name.js';
import { rulebookDigests } from '../../core/audit/rulebook-digests.js';
import { borrowedNames } from '../../core/exposure/borrowed-names.js';
import { readsDerivedOrganisation } from '../../core/policy/reads-derived-organisation.js';
import { type AuditAssets } from './audit-assets.js';
import { type CheckInput } from './check-input.js';
import { choosePacks } from './choose-packs.js';
import { gatherInventory } from './gather-inventory.js';
import { gatherWaivers } from './gather-waivers.js';
import { layFactsOver } from './lay-facts-over.js';
import { type RulebookInForce } from './rulebook-in-force.js';

/** @throws DomainError `not-checkable` */
export function findRulebookInForce(input: CheckInput, assets: AuditAssets): RulebookInForce {
  const { settings } = gatherInventory(input);
  const packs = choosePacks(assets.packs, input.own, input.packs ?? settings.packs);
  const reference = layFactsOver(assets.reference, input, settings.facts);
  return { engine: engineName, ...rulebookDigests(packs, reference), readsOrganisation: readsDerivedOrganisation(packs), names: borrowedNames(reference), waivers: gatherWaivers(input, settings.waivers).waivers };
}

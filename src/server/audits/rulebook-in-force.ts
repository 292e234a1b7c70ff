import { engineName } from '../../core/audit/engine-name.js';
import { rulebookDigests } from '../../core/audit/rulebook-digests.js';
import { borrowedNames, type BorrowedNames } from '../../core/exposure/borrowed-names.js';
import { type Waiver } from '../../core/finding/waiver.js';
import { readsDerivedOrganisation } from '../../core/policy/reads-derived-organisation.js';
import { type AuditAssets } from './audit-assets.js';
import { type CheckInput } from './check-task.js';
import { choosePacks } from './choose-packs.js';
import { gatherInventory } from './gather-inventory.js';
import { gatherWaivers } from './gather-waivers.js';
import { layFactsOver } from './lay-facts-over.js';

/** What an audit would be judged by, as far as it says what a change affects. */
export interface RulebookInForce {
  readonly engine: string;
  readonly packs: Readonly<Record<string, string>>;
  readonly facts: string;
  readonly readsOrganisation: boolean;
  readonly names: BorrowedNames;
  readonly waivers: readonly Waiver[];
}

/** @throws DomainError `not-checkable` */
export function rulebookInForce(input: CheckInput, assets: AuditAssets): RulebookInForce {
  const { settings } = gatherInventory(input);
  const packs = choosePacks(assets.packs, input.packs ?? settings.packs);
  const reference = layFactsOver(assets.reference, input, settings.facts);
  return { engine: engineName, ...rulebookDigests(packs, reference), readsOrganisation: readsDerivedOrganisation(packs), names: borrowedNames(reference), waivers: gatherWaivers(input, settings.waivers).waivers };
}

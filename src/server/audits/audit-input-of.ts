import { type AuditInput } from '../../core/audit/audit.js';
import { defaultGate } from '../../core/audit/gate.js';
import { assembleSnapshot } from '../../core/inventory/assemble-snapshot.js';
import { codeNotSeen } from '../../importers/code-not-seen.js';
import { type AuditAssets } from './audit-assets.js';
import { type CheckInput } from './check-input.js';
import { choosePacks } from './choose-packs.js';
import { clearancePack } from './clearance-pack.js';
import { gatherInventory } from './gather-inventory.js';
import { gatherWaivers } from './gather-waivers.js';
import { layFactsOver } from './lay-facts-over.js';

/** What the core audits, of what was sent or stands in the register. @throws DomainError `not-checkable` */
export function auditInputOf(input: CheckInput, assets: AuditAssets): AuditInput {
  const { fragments, settings, problems } = gatherInventory(input);
  const waivers = gatherWaivers(input, settings.waivers);
  return {
    snapshot: assembleSnapshot(fragments, input.asOf),
    reference: layFactsOver(assets.reference, input, settings.facts),
    packs: choosePacks(assets.packs, input.own, input.packs ?? settings.packs, (input.cleared ?? []).length > 0 ? [clearancePack] : []),
    environment: assets.environment,
    ...(input.inventory?.overview === undefined ? {} : { overview: input.inventory.overview }),
    ...(input.only === undefined ? {} : { only: input.only }),
    ...(input.affected === undefined ? {} : { affected: input.affected }),
    waivers: waivers.waivers,
    gate: { ...defaultGate, ...(input.failOn === undefined ? {} : { failOn: input.failOn }), ...(input.onUnknown === undefined ? {} : { onUnknown: input.onUnknown }) },
    problems: [...problems, ...waivers.problems, ...codeNotSeen(settings)],
  };
}

import { audit, type AuditInput } from '../../core/audit/audit.js';
import { type AuditResult, type WaiverOfResult } from '../../core/audit/audit-result.js';
import { defaultGate } from '../../core/audit/gate.js';
import { UnknownPartError } from '../../core/audit/unknown-part-error.js';
import { assembleSnapshot } from '../../core/inventory/assemble-snapshot.js';
import { jsonExporter } from '../../exporters/json/json.exporter.js';
import { codeNotSeen } from '../../importers/code-not-seen.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { type AuditAssets } from './audit-assets.js';
import { type CheckInput, type CheckOutcome } from './check-task.js';
import { choosePacks } from './choose-packs.js';
import { clearancePack } from './clearance-pack.js';
import { gatherInventory } from './gather-inventory.js';
import { gatherWaivers } from './gather-waivers.js';
import { layFactsOver } from './lay-facts-over.js';

/** The same audit as `domicile check` on the same files. Pure, but for the assets it is given. @throws DomainError `not-checkable` */
export function runCheck(input: CheckInput, assets: AuditAssets): CheckOutcome {
  const { fragments, settings, problems } = gatherInventory(input);
  const packs = choosePacks(assets.packs, input.own, input.packs ?? settings.packs, (input.cleared ?? []).length > 0 ? [clearancePack] : []);
  const reference = layFactsOver(assets.reference, input, settings.facts);
  const waivers = gatherWaivers(input, settings.waivers);
  let nextFlip: string | undefined;
  const result = auditOrRefuse({
    snapshot: assembleSnapshot(fragments, input.asOf),
    reference,
    packs,
    environment: assets.environment,
    ...(input.only === undefined ? {} : { only: input.only }),
    ...(input.affected === undefined ? {} : { affected: input.affected }),
    watch: ({ flipsAt }) => {
      if (flipsAt !== undefined && (nextFlip === undefined || flipsAt < nextFlip)) nextFlip = flipsAt;
    },
    waivers: waivers.waivers,
    gate: { ...defaultGate, ...(input.failOn === undefined ? {} : { failOn: input.failOn }), ...(input.onUnknown === undefined ? {} : { onUnknown: input.onUnknown }) },
    problems: [...problems, ...waivers.problems, ...codeNotSeen(settings)],
  });
  const { asOf, engine, part, conclusion, gate, counts, digests } = result;
  return { json: jsonExporter.export(result), asOf, engine, conclusion, blocked: gate.blocked, counts, digests, ...(part === undefined ? {} : { part }), ...(input.inventory === undefined ? {} : { followed: { findings: result.findings, asked: result.rules.map(({ pack, ruleId }) => `${pack} ${ruleId}`), endedWaivers: result.waivers.filter(endedSomewhere).map(({ id }) => id), ...(nextFlip === undefined ? {} : { nextFlip }) } }) };
}

function auditOrRefuse(input: AuditInput): AuditResult {
  try {
    return audit(input);
  } catch (error) {
    if (error instanceof UnknownPartError) throw new DomainError('not-checkable', error.message, { errors: [{ pointer: '/only', detail: error.message }] });
    throw error;
  }
}

/** Whether a waiver no longer covers something it was approved for, though it may still cover the rest. */
function endedSomewhere({ state, note }: WaiverOfResult): boolean {
  return state === 'guard-ended' || ((state === 'active' || state === 'expiring') && note !== undefined);
}

import { type FleetOverview } from '../exposure/fleet-overview.js';
import { compileGuards } from '../finding/compile-guards.js';
import { type Waiver } from '../finding/waiver.js';
import { deploymentsNamed } from '../inventory/deployments-named.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { type Problem } from '../inventory/problem.js';
import { type CompiledPack } from '../policy/compiled-pack.js';
import { type TypeEnvironment } from '../policy/value-type.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';
import { openAudit } from './audit-range.js';
import { type AuditResult } from './audit-result.js';
import { choosePart } from './choose-part.js';
import { type Baseline } from './compare-baseline.js';
import { type Gate } from './gate.js';
import { joinRanges } from './join-ranges.js';
import { type AffectedPart, remainingPart } from './remaining-part.js';

export interface AuditInput {
  readonly snapshot: InventorySnapshot;
  /** Of the whole inventory, where the snapshot holds only what is affected and what that looks at. */
  readonly overview?: FleetOverview;
  readonly reference: ReferenceFacts;
  readonly packs: readonly CompiledPack[];
  /** Types of the variables, for the guards of waivers. */
  readonly environment: TypeEnvironment;
  readonly waivers: readonly Waiver[];
  readonly gate: Gate;
  readonly baseline?: Baseline;
  /** The part of the inventory to audit, as `choosePart` reads it; absent: the whole. */
  readonly only?: readonly string[];
  /** What changes since an earlier audit affect, and nothing else; absent: the whole. */
  readonly affected?: AffectedPart;
  /** What was wrong with the inputs; it is part of the result. */
  readonly problems: readonly Problem[];
}

/**
 * Judges an inventory, or a part of it, against policy packs as of the snapshot's instant. Pure: the same input gives the same result.
 *
 * @throws UnknownPartError
 */
export function audit(input: AuditInput): AuditResult {
  return auditWithTime(input).result;
}

export interface TimedAudit {
  readonly result: AuditResult;
  /** When the first verdict changes if only time passes. */
  readonly nextFlip?: string;
}

/** As `audit`, with how long what it says holds by itself. */
export function auditWithTime({ snapshot, overview, reference, packs, environment, waivers, gate, baseline, only, affected, problems }: AuditInput): TimedAudit {
  const part = affected !== undefined ? remainingPart(snapshot, affected, overview) : only === undefined ? undefined : choosePart(snapshot, only);
  const guards = compileGuards(waivers, packs, environment, snapshot.asOf);
  const given = { reference, packs, ...(baseline === undefined ? {} : { baseline }) };
  const ours = affected !== undefined && overview !== undefined ? { deployments: new Set(deploymentsNamed(affected.subjects)) } : {};
  const range = openAudit({ ...given, snapshot, ...(overview === undefined ? {} : { overview }), gate, guarded: guards.guarded, ...(part === undefined ? {} : { asked: new Set(part.subjects) }) })({ parts: [{ snapshot, ...ours }], rest: true });
  const { asOf, organisation, sources, deployments } = snapshot;
  const liveDeployments = overview?.subjects.deployments ?? deployments.filter(({ status }) => status !== 'retired').length;
  const result = joinRanges({ ...given, asOf, organisation, sources, liveDeployments, part, waivers, problems: [...problems, ...guards.problems] }, [range]);
  return { result, ...(range.nextFlip === undefined ? {} : { nextFlip: range.nextFlip }) };
}

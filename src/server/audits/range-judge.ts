import { openAudit, type RangeAuditor, type RangePart } from '../../core/audit/audit-range.js';
import { defaultGate } from '../../core/audit/gate.js';
import { type AuditedPart } from '../../core/audit/audited-part.js';
import { engineName } from '../../core/audit/engine-name.js';
import { joinRanges } from '../../core/audit/join-ranges.js';
import { type AffectedPart, remainingPart } from '../../core/audit/remaining-part.js';
import { rulebookDigests } from '../../core/audit/rulebook-digests.js';
import { type FleetMember } from '../../core/exposure/fleet-member.js';
import { headOf } from '../../core/audit/found-head.js';
import { compileGuards } from '../../core/finding/compile-guards.js';
import { type Waiver } from '../../core/finding/waiver.js';
import { assembleSnapshot, sourceIdentity } from '../../core/inventory/assemble-snapshot.js';
import { byCodeUnit } from '../../core/inventory/by-code-unit.js';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { groupedBy } from '../../core/inventory/grouped-by.js';
import { type FragmentSource } from '../../core/inventory/inventory-fragment.js';
import { type InventorySnapshot } from '../../core/inventory/inventory-snapshot.js';
import { type Problem } from '../../core/inventory/problem.js';
import { type CompiledPack } from '../../core/policy/compiled-pack.js';
import { type ReferenceFacts } from '../../core/reference/reference-facts.js';
import { unpackRecord, type PackedRecord } from '../../core/register/packed-statement.js';
import { putTogether } from '../../core/register/put-together.js';
import { type RegisterRecord } from '../../core/register/register-record.js';
import { type RegisterSource } from '../../core/register/register-source.js';
import { listedJson, resultFrame } from '../../exporters/result-json.js';
import { codeNotSeen } from '../../importers/code-not-seen.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { type AuditAssets } from './audit-assets.js';
import { byLine } from './by-line.js';
import { choosePacks } from './choose-packs.js';
import { type RecordsOfPart } from '../../core/register/records-of-part.js';
import { clearancePack } from './clearance-pack.js';
import { endedWaivers } from './ended-waivers.js';
import { gatherWaivers } from './gather-waivers.js';
import { type ClearedDeployment } from './cleared-deployment.js';
import { layClearancesOver } from './lay-clearances-over.js';
import { layFactsOver } from './lay-facts-over.js';
import { type JoinedRun, type RangeRun, type RangeTail, type RangeTexts, type RecordsOfRange } from './range-run.js';

/** A run that is ready to judge range after range. */
export interface RangeJudge {
  readonly run: string;
  judge(range: RecordsOfRange): RangeTexts;
  /** Which of the affected subjects are still there; `deployments` are those among them, `loose` the records of flows of no deployment. */
  remaining(affected: AffectedPart, deployments: readonly FleetMember[], loose: string): AuditedPart;
  /** @param tails of all ranges, in their order; `finds` and `flows` tell whether any range has findings and flows */
  join(tails: readonly string[], finds: boolean, flows: boolean): JoinedRun;
}

/** @throws DomainError `not-checkable` */
export function openRange(run: RangeRun, assets: AuditAssets): RangeJudge {
  const { asOf, outline, part } = run;
  const packs = choosePacks(assets.packs, run.own, run.packs ?? outline.settings.packs, (run.cleared ?? []).length > 0 ? [clearancePack] : []);
  const reference = layFactsOver(assets.reference, run, outline.settings.facts);
  const waivers = gatherWaivers(run, outline.settings.waivers);
  const guards = compileGuards(waivers.waivers, packs, assets.environment, asOf);
  const problems = [...waivers.problems, ...codeNotSeen(outline.settings), ...guards.problems];
  const commons = readRecords(run.commons);
  const sources = groupedBy(outline.sources, ({ path }) => path);
  const snapshot = assembleSnapshot(putTogether(commons, sourcesOf(commons, sources)), asOf);
  const gate = { ...defaultGate, ...(run.failOn === undefined ? {} : { failOn: run.failOn }), ...(run.onUnknown === undefined ? {} : { onUnknown: run.onUnknown }) };
  const audit = openAudit({ snapshot, overview: outline.overview, reference, packs, guarded: guards.guarded, gate, ...(part === undefined ? {} : { asked: new Set(part.subjects) }) });
  const opened: OpenedRun = { run, packs, reference, waivers: waivers.waivers, commons, snapshot, audit, sources, cleared: groupedBy(run.cleared ?? [], ({ id }) => id), problems };
  return { run: run.id, judge: (range) => judgeRange(opened, range), remaining: (affected, deployments, loose) => remainingOf(opened, affected, deployments, loose), join: (tails, finds, flows) => joinTails(opened, tails.map((tail) => JSON.parse(tail) as RangeTail), finds, flows) };
}

interface OpenedRun {
  readonly run: RangeRun;
  readonly packs: readonly CompiledPack[];
  readonly reference: ReferenceFacts;
  readonly waivers: readonly Waiver[];
  readonly commons: readonly RegisterRecord[];
  /** Assembled of the commons alone, and shared by all parts. */
  readonly snapshot: InventorySnapshot;
  readonly audit: RangeAuditor;
  readonly sources: ReadonlyMap<string, readonly RegisterSource[]>;
  readonly cleared: ReadonlyMap<string, readonly ClearedDeployment[]>;
  /** Beside those of the register itself. */
  readonly problems: readonly Problem[];
}

function judgeRange(opened: OpenedRun, { parts, rest }: RecordsOfRange): RangeTexts {
  const { run, snapshot, packs, reference, audit } = opened;
  const problems: Problem[] = [];
  const sources = new Map<string, FragmentSource>();
  const keep = run.part === undefined ? (source: FragmentSource): boolean => source.importer === 'clearance' : (): boolean => true;
  function* assembled(): Generator<RangePart, void, undefined> {
    for (const part of parts) {
      const laid = rest ? assembleRest(opened, part) : assemblePart(opened, part);
      problems.push(...laid.problems);
      for (const source of laid.snapshot.sources) if (rest || keep(source)) sources.set(sourceIdentity(source), source);
      yield { snapshot: laid.snapshot, deployments: new Set(part.deployments) };
    }
  }
  const { findings, egress, ...audited } = audit({ parts: assembled(), rest });
  const tail: RangeTail = {
    ...audited,
    rulebook: rulebookOf(packs, reference),
    findings: [],
    heads: findings.map(headOf),
    egress: [],
    ...(rest && snapshot.organisation !== undefined ? { organisation: snapshot.organisation } : {}),
    sources: [...sources.values()],
    problems,
  };
  return { tail: JSON.stringify(tail), findingsText: listedJson(findings), egressText: listedJson(egress) };
}

interface AssembledPart {
  readonly snapshot: InventorySnapshot;
  readonly problems: readonly Problem[];
}

/** A few deployments over what they share. */
function assemblePart({ run, snapshot, sources, cleared }: OpenedRun, { deployments, records }: RecordsOfPart): AssembledPart {
  const stated = readRecords(records);
  const ours = new Set(deployments);
  const { settings } = run.outline;
  const given = { fragments: putTogether(stated, sourcesOf(stated, sources)), settings, problems: [] };
  const { fragments, problems } = run.cleared === undefined ? given : layClearancesOver(given, stated.flatMap(({ kind, id }) => (kind === 'deployment' ? (cleared.get(id) ?? []) : [])), (id) => ours.has(id));
  return { snapshot: assembleSnapshot(fragments, run.asOf, snapshot), problems };
}

/** Flows of no deployment with all that is none's; of a whole register with all its sources, also those that nothing rests on. */
function assembleRest({ run, commons, sources }: OpenedRun, { records }: RecordsOfPart): AssembledPart {
  const stated = [...commons, ...readRecords(records)];
  const fragments = putTogether(stated, run.part === undefined ? run.outline.sources : sourcesOf(stated, sources));
  return { snapshot: assembleSnapshot(fragments, run.asOf), problems: [] };
}

function remainingOf({ run, snapshot, sources }: OpenedRun, affected: AffectedPart, deployments: readonly FleetMember[], loose: string): AuditedPart {
  const stated = readRecords(loose);
  const { organisation, models, lineage, dataFlows } = assembleSnapshot(putTogether(stated, sourcesOf(stated, sources)), run.asOf, snapshot);
  return remainingPart({ organisation, models, lineage, dataFlows, deployments }, affected, run.outline.overview);
}

const readRecords = (text: string): readonly RegisterRecord[] => (JSON.parse(text) as PackedRecord[]).map(unpackRecord);

/** Those that one of the records rests on. */
function sourcesOf(records: readonly RegisterRecord[], sources: OpenedRun['sources']): readonly RegisterSource[] {
  const named = new Set(records.flatMap(({ statements }) => statements.map(({ path }) => path)));
  return [...named].flatMap((path) => sources.get(path) ?? []);
}

/** @throws DomainError `unavailable` where a range was judged by other rules or facts than these: such verdicts are not joined */
function joinTails({ run, packs, reference, waivers, problems }: OpenedRun, tails: readonly RangeTail[], finds: boolean, flows: boolean): JoinedRun {
  const { asOf, outline, part } = run;
  const ours = rulebookOf(packs, reference);
  if (tails.some(({ rulebook }) => rulebook !== ours)) throw new DomainError('unavailable', 'processes of different versions took part in the audit, so it came to no result; try again when all run the same', { retryAfter: 30 });
  const result = joinRanges(
    {
      asOf,
      organisation: tails.find(({ organisation }) => organisation !== undefined)?.organisation,
      sources: joinSources(tails),
      liveDeployments: outline.overview.subjects.deployments,
      part,
      reference,
      packs,
      waivers,
      problems: [...outline.problems, ...tails.flatMap((tail) => tail.problems).sort(byLine), ...problems],
    },
    tails,
  );
  const { engine, conclusion, gate, counts, digests } = result;
  const nextFlip = tails.flatMap((tail) => tail.nextFlip ?? []).sort()[0];
  return {
    frame: resultFrame(result, finds, flows),
    outcome: { asOf, engine, conclusion, blocked: gate.blocked, counts, digests, ...(part === undefined ? {} : { part }) },
    followed: { asked: result.rules.map(({ pack, ruleId }) => `${pack} ${ruleId}`), endedWaivers: endedWaivers(result), ...(nextFlip === undefined ? {} : { nextFlip }) },
  };
}

const rulebookOf = (packs: readonly CompiledPack[], reference: ReferenceFacts): string => canonicalJson({ engine: engineName, ...rulebookDigests(packs, reference) });

/** Of the whole the rest has every file; of a part each range has those that it looked at, and what several looked at counts once. */
function joinSources(tails: readonly RangeTail[]): readonly FragmentSource[] {
  const ofRest = tails.filter(({ digests }) => digests.rest !== undefined).flatMap(({ sources }) => sources);
  const named = new Set(ofRest.map(sourceIdentity));
  const more = new Map(tails.flatMap(({ sources }) => sources).filter((source) => !named.has(sourceIdentity(source))).map((source) => [sourceIdentity(source), source]));
  return [...ofRest, ...more.values()].sort((a, b) => byCodeUnit(sourceIdentity(a), sourceIdentity(b)));
}

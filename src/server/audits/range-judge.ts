import { auditRange, type RangeAudit } from '../../core/audit/audit-range.js';
import { type Gate, defaultGate } from '../../core/audit/gate.js';
import { type AuditedPart } from '../../core/audit/audited-part.js';
import { engineName } from '../../core/audit/engine-name.js';
import { joinRanges } from '../../core/audit/join-ranges.js';
import { type AffectedPart, remainingPart } from '../../core/audit/remaining-part.js';
import { rulebookDigests } from '../../core/audit/rulebook-digests.js';
import { type FleetMember } from '../../core/exposure/fleet-member.js';
import { compileGuards } from '../../core/finding/compile-guards.js';
import { type GuardedWaiver } from '../../core/finding/resolve-waivers.js';
import { type Waiver } from '../../core/finding/waiver.js';
import { assembleSnapshot, sourceIdentity } from '../../core/inventory/assemble-snapshot.js';
import { byCodeUnit } from '../../core/inventory/by-code-unit.js';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { type FragmentSource } from '../../core/inventory/inventory-fragment.js';
import { type Organisation } from '../../core/inventory/organisation.js';
import { type Problem } from '../../core/inventory/problem.js';
import { type CompiledPack } from '../../core/policy/compiled-pack.js';
import { type ReferenceFacts } from '../../core/reference/reference-facts.js';
import { unpackRecord, type PackedRecord } from '../../core/register/packed-statement.js';
import { putTogether } from '../../core/register/put-together.js';
import { type RegisterRecord } from '../../core/register/register-record.js';
import { listedJson, resultFrame } from '../../exporters/result-json.js';
import { codeNotSeen } from '../../importers/code-not-seen.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { type AuditAssets } from './audit-assets.js';
import { byLine } from './by-line.js';
import { choosePacks } from './choose-packs.js';
import { clearancePack } from './clearance-pack.js';
import { endedWaivers } from './ended-waivers.js';
import { gatherWaivers } from './gather-waivers.js';
import { layClearancesOver } from './lay-clearances-over.js';
import { layFactsOver } from './lay-facts-over.js';
import { type JoinedRun, type RangeRun, type RangeTexts, type RecordsOfRange } from './range-run.js';

/** A range without its long lists, and what it adds to the frame of the audit. */
interface RangeTail extends RangeAudit {
  /** What the range was judged by, since another process may run another version. */
  readonly rulebook: string;
  readonly organisation?: Organisation;
  readonly sources: readonly FragmentSource[];
  readonly problems: readonly Problem[];
}

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
  const opened: OpenedRun = {
    run,
    packs,
    reference,
    waivers: waivers.waivers,
    guarded: guards.guarded,
    gate: { ...defaultGate, ...(run.failOn === undefined ? {} : { failOn: run.failOn }), ...(run.onUnknown === undefined ? {} : { onUnknown: run.onUnknown }) },
    ...(part === undefined ? {} : { asked: new Set(part.subjects) }),
    commons: readRecords(run.commons),
    problems,
  };
  return { run: run.id, judge: (range) => judgeRange(opened, range), remaining: (affected, deployments, loose) => remainingOf(opened, affected, deployments, loose), join: (tails, finds, flows) => joinTails(opened, tails.map((tail) => JSON.parse(tail) as RangeTail), finds, flows) };
}

interface OpenedRun {
  readonly run: RangeRun;
  readonly packs: readonly CompiledPack[];
  readonly reference: ReferenceFacts;
  readonly waivers: readonly Waiver[];
  readonly guarded: readonly GuardedWaiver[];
  readonly gate: Gate;
  readonly asked?: ReadonlySet<string>;
  readonly commons: readonly RegisterRecord[];
  /** Beside those of the register itself. */
  readonly problems: readonly Problem[];
}

function judgeRange({ run, commons, ...opened }: OpenedRun, { deployments, rest, records }: RecordsOfRange): RangeTexts {
  const { outline, cleared, asOf } = run;
  const ours = new Set(deployments);
  const stated = [...commons, ...readRecords(records)];
  const all = rest && run.part === undefined;
  const given = { fragments: putTogether(stated, all ? outline.sources : sourcesOf(stated, outline.sources)), settings: outline.settings, problems: [] };
  const { fragments, problems } = cleared === undefined ? given : layClearancesOver(given, cleared, (id) => ours.has(id));
  const snapshot = assembleSnapshot(fragments, asOf);
  const { findings, egress, ...audited } = auditRange({ ...opened, snapshot, overview: outline.overview }, { deployments: ours, rest });
  const tail: RangeTail = {
    ...audited,
    rulebook: rulebookOf(opened.packs, opened.reference),
    findings: [],
    egress: [],
    ...(rest && snapshot.organisation !== undefined ? { organisation: snapshot.organisation } : {}),
    sources: rest || run.part !== undefined ? snapshot.sources : snapshot.sources.filter(({ importer }) => importer === 'clearance'),
    problems,
  };
  return { tail: JSON.stringify(tail), findingsText: listedJson(findings), egressText: listedJson(egress) };
}

function remainingOf({ run, commons }: OpenedRun, affected: AffectedPart, deployments: readonly FleetMember[], loose: string): AuditedPart {
  const stated = [...commons, ...readRecords(loose)];
  const { organisation, models, lineage, dataFlows } = assembleSnapshot(putTogether(stated, sourcesOf(stated, run.outline.sources)), run.asOf);
  return remainingPart({ organisation, models, lineage, dataFlows, deployments }, affected, run.outline.overview);
}

const readRecords = (text: string): readonly RegisterRecord[] => (JSON.parse(text) as PackedRecord[]).map(unpackRecord);

/** Those that one of the records rests on. */
function sourcesOf(records: readonly RegisterRecord[], sources: RangeRun['outline']['sources']): RangeRun['outline']['sources'] {
  const named = new Set(records.flatMap(({ statements }) => statements.map(({ path }) => path)));
  return sources.filter(({ path }) => named.has(path));
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

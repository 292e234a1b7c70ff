import { bindPacks } from '../evaluation/bind-packs.js';
import { createJudge, type Judge } from '../evaluation/create-judge.js';
import { type Verdict } from '../evaluation/verdict.js';
import { type CommonsContext } from '../exposure/commons-context.js';
import { subjectsOf } from '../exposure/derive-subjects.js';
import { exposePart } from '../exposure/expose-part.js';
import { type FleetOverview, overlookSnapshot } from '../exposure/fleet-overview.js';
import { openCommons } from '../exposure/open-commons.js';
import { type SubjectView } from '../exposure/subject-view.js';
import { type GuardedWaiver, resolveWaivers, type WaiverMatch, type WaiverUse } from '../finding/resolve-waivers.js';
import { stateDigestOf } from '../finding/state-digest-of.js';
import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type Contradiction } from '../inventory/contradiction.js';
import { type Evidence } from '../inventory/evidence.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { recordKey } from '../inventory/record-key.js';
import { type CompiledPack, type CompiledRule } from '../policy/compiled-pack.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';
import { type EgressOfResult, type FindingOfResult, type OptionResult } from './audit-result.js';
import { auditOptions } from './audit-options.js';
import { type Baseline } from './compare-baseline.js';
import { type Finding, deriveFinding } from './derive-finding.js';
import { egressOf } from './egress-of.js';
import { findEvidence } from './find-evidence.js';
import { blocks, type Gate } from './gate.js';
import { createTally, type RuleTally, type Tally } from './tally.js';
import { waiverPolicies } from './waiver-policies.js';

/** What is judged at once: some deployments with their flows, or all that is no deployment's, or everything. */
export interface AuditRange {
  /** In the order of their deployments. They are asked for one after another, so that only one is held at a time. */
  readonly parts: Iterable<RangePart>;
  /** Whether the organisation, models and flows of no recorded deployment are in it; it then has one part. */
  readonly rest: boolean;
}

export interface RangePart {
  /** The deployments with their flows and those they fall back on, beside all that is no deployment's as the basis has it. */
  readonly snapshot: InventorySnapshot;
  /** Ids of the deployments that are judged; absent: all that the snapshot has. */
  readonly deployments?: ReadonlySet<string>;
}

/** What an audit judges by, whatever it judges. */
export interface AuditBasis {
  /** At least all that is no deployment's. */
  readonly snapshot: InventorySnapshot;
  /** Of the whole inventory; absent where the snapshot is that. */
  readonly overview?: FleetOverview;
  readonly reference: ReferenceFacts;
  readonly packs: readonly CompiledPack[];
  readonly guarded: readonly GuardedWaiver[];
  readonly gate: Gate;
  readonly baseline?: Baseline;
  /** Keys of the subjects that are asked about; absent: all. */
  readonly asked?: ReadonlySet<string>;
}

/** What an audit found in a range, as plain data; ranges of one audit come to its result by `joinRanges`. */
export interface RangeAudit {
  readonly tallies: readonly RuleTally[];
  /** Sorted by subject, element and rule. */
  readonly findings: readonly FindingOfResult[];
  readonly waived: number;
  readonly unwaived: { readonly fails: boolean; readonly any: boolean };
  /** Fingerprints of the findings that block. */
  readonly blocking: readonly string[];
  readonly options: readonly OptionResult[];
  readonly waiverUses: readonly WaiverUse[];
  readonly contradictions: readonly Contradiction[];
  /** In the order of deployments, then of flows. */
  readonly egress: readonly EgressOfResult[];
  readonly licences: readonly { readonly model: string; readonly expression: string | null }[];
  readonly evidence: readonly Evidence[];
  /** When the first verdict changes if only time passes. */
  readonly nextFlip?: string;
  readonly digests: { readonly deployments: readonly string[]; readonly rest?: string };
}

interface JudgedFinding {
  readonly finding: Finding;
  readonly view?: SubjectView;
}

/** Judges ranges of an inventory, as of its instant. */
export type RangeAuditor = (range: AuditRange) => RangeAudit;

export function openAudit(basis: AuditBasis): RangeAuditor {
  const { snapshot, reference, packs, overview } = basis;
  const opened: OpenedAudit = {
    ...basis,
    commons: openCommons(snapshot, reference, snapshot.asOf, overview ?? overlookSnapshot(snapshot)),
    judge: createJudge(bindPacks(packs), { asOf: snapshot.asOf }),
    rules: new Map(packs.flatMap(({ id, rules: each }) => each.map((rule): [string, CompiledRule] => [`${id} ${rule.id}`, rule]))),
    waived: new Set(basis.guarded.flatMap(({ waiver }) => waiver.subjects.map(({ subject }) => subject))),
    known: basis.baseline === undefined ? undefined : new Set(basis.baseline.findings.map(({ fingerprint }) => fingerprint)),
  };
  return (range) => auditRange(opened, range);
}

interface OpenedAudit extends AuditBasis {
  readonly commons: CommonsContext;
  readonly judge: Judge;
  /** By pack and id. */
  readonly rules: ReadonlyMap<string, CompiledRule>;
  /** Keys of the subjects of waivers. */
  readonly waived: ReadonlySet<string>;
  /** Fingerprints of the baseline. */
  readonly known: ReadonlySet<string> | undefined;
}

/** What adds up over the parts of a range. */
interface Gathered {
  readonly tally: Tally;
  readonly judged: JudgedFinding[];
  readonly cited: Map<string, Evidence>;
  nextFlip: string | undefined;
}

function auditRange(opened: OpenedAudit, { parts, rest }: AuditRange): RangeAudit {
  const { packs, gate, known } = opened;
  const gathered: Gathered = { tally: createTally(packs), judged: [], cited: new Map(), nextFlip: undefined };
  const seen: PartAudit[] = [];
  for (const part of parts) seen.push(auditPart(opened, part, rest, gathered));
  const { tally, judged, cited, nextFlip } = gathered;
  const { matches, uses } = resolveWaivers(judged.map(({ finding, view }) => ({ ...finding, ...(view === undefined ? {} : { view, stateDigest: stateDigestOf(finding) }) })), opened.guarded, waiverPolicies(packs), opened.snapshot.asOf);
  const findings = judged.map(({ finding }, index): FindingOfResult => ({ ...finding, waiver: waiverOf(matches.get(index)), baselineState: known === undefined ? null : known.has(finding.fingerprint) ? 'unchanged' : 'new' })).sort(byPlace);
  const unwaived = findings.filter((finding) => !isWaived(finding));
  const [ofRest] = seen.flatMap((part) => part.rest ?? []);
  return {
    tallies: tally.rules(),
    findings,
    waived: findings.length - unwaived.length,
    unwaived: { fails: unwaived.some(({ verdict }) => verdict === 'fail'), any: unwaived.length > 0 },
    blocking: findings.filter((finding) => blocks({ verdict: finding.verdict, severity: finding.severity, waived: isWaived(finding), isNew: finding.baselineState !== 'unchanged' }, gate)).map(({ fingerprint }) => fingerprint),
    options: seen.flatMap(({ options }) => options),
    waiverUses: uses,
    contradictions: seen.flatMap(({ contradictions }) => contradictions),
    egress: seen.flatMap(({ egress }) => egress),
    licences: seen.flatMap(({ licences }) => licences),
    evidence: [...cited.values()],
    ...(nextFlip === undefined ? {} : { nextFlip }),
    digests: { deployments: seen.flatMap(({ deployments }) => deployments), ...(ofRest === undefined ? {} : { rest: ofRest }) },
  };
}

/** What a part holds that is not judged. */
interface PartAudit extends Pick<RangeAudit, 'options' | 'contradictions' | 'egress' | 'licences'> {
  /** Digests. */
  readonly deployments: readonly string[];
  readonly rest?: string;
}

function auditPart(opened: OpenedAudit, { snapshot, deployments }: RangePart, rest: boolean, gathered: Gathered): PartAudit {
  const { asked } = opened;
  const isOurs = (deployment: string): boolean => deployments?.has(deployment) ?? true;
  const isWanted = (subject: string): boolean => (asked === undefined || asked.has(subject)) && (subject.startsWith(deploymentPrefix) ? isOurs(subject.slice(deploymentPrefix.length)) : rest);
  judgeSubjects(opened, snapshot, isWanted, gathered);
  const recorded = new Set(snapshot.deployments.map(({ id }) => id));
  const isHere = (deployment: string | undefined): boolean => (deployment !== undefined && recorded.has(deployment) ? isOurs(deployment) : rest);
  const ownerOf = new Map<string, string | undefined>([...snapshot.deployments.map(({ id }) => [recordKey('deployment', id), id] as const), ...snapshot.dataFlows.map(({ id, deployment }) => [recordKey('dataFlow', id), deployment] as const)]);
  return {
    options: auditOptions({ ...opened, snapshot }, isWanted),
    contradictions: snapshot.contradictions.filter(({ record }) => isHere(ownerOf.get(record))),
    egress: egressOf(snapshot, (deployment, flow) => isHere(deployment) && (asked === undefined || asked.has(recordKey('dataFlow', flow)) || (deployment !== undefined && asked.has(recordKey('deployment', deployment))))),
    licences: rest ? snapshot.models.filter(({ id }) => asked === undefined || asked.has(recordKey('model', id))).map(({ id, licence }) => ({ model: id, expression: licence?.expression ?? licence?.declaredAs ?? null })) : [],
    deployments: [...snapshot.digests.deployments].flatMap(([id, digest]) => (isOurs(id) ? [digest] : [])),
    ...(rest ? { rest: snapshot.digests.rest } : {}),
  };
}

const deploymentPrefix = recordKey('deployment', '');

/** Asks every rule about every subject. Views are kept only where a waiver may have to look at them again. */
function judgeSubjects({ commons, judge, rules, waived }: OpenedAudit, snapshot: InventorySnapshot, isWanted: (subject: string) => boolean, gathered: Gathered): void {
  for (const view of subjectsOf(exposePart(commons, snapshot), isWanted)) {
    const evidenceAt = findEvidence(snapshot, view);
    for (const verdict of judge(view)) {
      gathered.tally.count(verdict);
      if (verdict.flipsAt !== undefined && (gathered.nextFlip === undefined || verdict.flipsAt < gathered.nextFlip)) gathered.nextFlip = verdict.flipsAt;
      if (!isOpen(verdict)) continue;
      const rule = rules.get(`${verdict.pack} ${verdict.ruleId}`);
      if (rule === undefined) throw new Error(`${verdict.pack} ${verdict.ruleId} gave a verdict, and is no rule of the packs`);
      gathered.judged.push({ finding: deriveFinding(view.kind, rule, verdict, evidenceAt, gathered.cited), ...(waived.has(verdict.subject) ? { view } : {}) });
    }
  }
}

const isOpen = (verdict: Verdict): verdict is Verdict & { readonly outcome: 'fail' | 'unknown' | 'error' } => verdict.outcome === 'fail' || verdict.outcome === 'unknown' || verdict.outcome === 'error';
const isWaived = ({ waiver }: Pick<FindingOfResult, 'waiver'>): boolean => waiver !== null && waiver.state !== 'expired';

/** By subject, then element, then rule. */
function byPlace(a: FindingOfResult, b: FindingOfResult): number {
  return byCodeUnit(a.subject, b.subject) || byCodeUnit(a.element ?? '', b.element ?? '') || byCodeUnit(a.ruleId, b.ruleId) || byCodeUnit(a.pack, b.pack);
}

function waiverOf(match: WaiverMatch | undefined): FindingOfResult['waiver'] {
  if (match === undefined) return null;
  const { id, reason, approvals, expiresAt } = match.waiver;
  return { id, state: match.state, reason, approvedBy: approvals.map(({ by }) => by), expiresAt };
}

import { bindPacks } from '../evaluation/bind-packs.js';
import { createJudge } from '../evaluation/create-judge.js';
import { type Verdict } from '../evaluation/verdict.js';
import { deriveSubjects } from '../exposure/derive-subjects.js';
import { type FleetOverview } from '../exposure/fleet-overview.js';
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
import { createTally, type RuleTally } from './tally.js';
import { waiverPolicies } from './waiver-policies.js';

/** What is judged at once: some deployments with their flows, or all that is no deployment's, or everything. */
export interface AuditRange {
  /** Ids of the deployments; absent: all that the snapshot has. */
  readonly deployments?: ReadonlySet<string>;
  /** Whether the organisation, models and flows of no recorded deployment are in it. */
  readonly rest: boolean;
}

export interface RangeInput {
  /** At least the range, all that is no deployment's, and deployments that those of the range fall back on. */
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

/** Judges a range of an inventory as of the snapshot's instant. */
export function auditRange(input: RangeInput, range: AuditRange): RangeAudit {
  const { snapshot, packs, gate, asked } = input;
  const isOurs = (deployment: string): boolean => range.deployments?.has(deployment) ?? true;
  const isWanted = (subject: string): boolean => (asked === undefined || asked.has(subject)) && (subject.startsWith(deploymentPrefix) ? isOurs(subject.slice(deploymentPrefix.length)) : range.rest);
  const cited = new Map<string, Evidence>();
  const tally = createTally(packs);
  let nextFlip: string | undefined;
  const judged = judgeSubjects(input, isWanted, cited, (verdict) => {
    tally.count(verdict);
    if (verdict.flipsAt !== undefined && (nextFlip === undefined || verdict.flipsAt < nextFlip)) nextFlip = verdict.flipsAt;
  });
  const { matches, uses } = resolveWaivers(judged.map(({ finding, view }) => ({ ...finding, ...(view === undefined ? {} : { view, stateDigest: stateDigestOf(finding) }) })), input.guarded, waiverPolicies(packs), snapshot.asOf);
  const known = input.baseline === undefined ? undefined : new Set(input.baseline.findings.map(({ fingerprint }) => fingerprint));
  const findings = judged.map(({ finding }, index): FindingOfResult => ({ ...finding, waiver: waiverOf(matches.get(index)), baselineState: known === undefined ? null : known.has(finding.fingerprint) ? 'unchanged' : 'new' })).sort(byPlace);
  const unwaived = findings.filter((finding) => !isWaived(finding));
  const recorded = new Set(snapshot.deployments.map(({ id }) => id));
  const isHere = (deployment: string | undefined): boolean => (deployment !== undefined && recorded.has(deployment) ? isOurs(deployment) : range.rest);
  const ownerOf = new Map<string, string | undefined>([...snapshot.deployments.map(({ id }) => [recordKey('deployment', id), id] as const), ...snapshot.dataFlows.map(({ id, deployment }) => [recordKey('dataFlow', id), deployment] as const)]);
  return {
    tallies: tally.rules(),
    findings,
    waived: findings.length - unwaived.length,
    unwaived: { fails: unwaived.some(({ verdict }) => verdict === 'fail'), any: unwaived.length > 0 },
    blocking: findings.filter((finding) => blocks({ verdict: finding.verdict, severity: finding.severity, waived: isWaived(finding), isNew: finding.baselineState !== 'unchanged' }, gate)).map(({ fingerprint }) => fingerprint),
    options: auditOptions(input, isWanted),
    waiverUses: uses,
    contradictions: snapshot.contradictions.filter(({ record }) => isHere(ownerOf.get(record))),
    egress: egressOf(snapshot, (deployment, flow) => isHere(deployment) && (asked === undefined || asked.has(recordKey('dataFlow', flow)) || (deployment !== undefined && asked.has(recordKey('deployment', deployment))))),
    licences: range.rest ? snapshot.models.filter(({ id }) => asked === undefined || asked.has(recordKey('model', id))).map(({ id, licence }) => ({ model: id, expression: licence?.expression ?? licence?.declaredAs ?? null })) : [],
    evidence: [...cited.values()],
    ...(nextFlip === undefined ? {} : { nextFlip }),
    digests: { deployments: [...snapshot.digests.deployments].flatMap(([id, digest]) => (isOurs(id) ? [digest] : [])), ...(range.rest ? { rest: snapshot.digests.rest } : {}) },
  };
}

const deploymentPrefix = recordKey('deployment', '');

/** Asks every rule about every subject. Views are kept only where a waiver may have to look at them again. */
function judgeSubjects({ snapshot, overview, reference, packs, guarded }: RangeInput, isWanted: (subject: string) => boolean, cited: Map<string, Evidence>, see: (verdict: Verdict) => void): JudgedFinding[] {
  const waived = new Set(guarded.flatMap(({ waiver }) => waiver.subjects.map(({ subject }) => subject)));
  const rules = new Map(packs.flatMap(({ id, rules: each }) => each.map((rule): [string, CompiledRule] => [`${id} ${rule.id}`, rule])));
  const judge = createJudge(bindPacks(packs), { asOf: snapshot.asOf });
  const judged: JudgedFinding[] = [];
  for (const view of deriveSubjects(snapshot, reference, snapshot.asOf, isWanted, overview)) {
    const evidenceAt = findEvidence(snapshot, view);
    for (const verdict of judge(view)) {
      see(verdict);
      if (!isOpen(verdict)) continue;
      const rule = rules.get(`${verdict.pack} ${verdict.ruleId}`);
      if (rule === undefined) throw new Error(`${verdict.pack} ${verdict.ruleId} gave a verdict, and is no rule of the packs`);
      judged.push({ finding: deriveFinding(view.kind, rule, verdict, evidenceAt, cited), ...(waived.has(verdict.subject) ? { view } : {}) });
    }
  }
  return judged;
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

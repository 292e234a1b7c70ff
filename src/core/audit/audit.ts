import { bindPacks } from '../evaluation/bind-packs.js';
import { createJudge } from '../evaluation/create-judge.js';
import { type Verdict } from '../evaluation/verdict.js';
import { deriveSubjects } from '../exposure/derive-subjects.js';
import { type SubjectView } from '../exposure/subject-view.js';
import { compileGuards } from '../finding/compile-guards.js';
import { resolveWaivers, type WaiverMatch, type WaiverReport } from '../finding/resolve-waivers.js';
import { stateDigestOf } from '../finding/state-digest-of.js';
import { type Waiver } from '../finding/waiver.js';
import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type Evidence } from '../inventory/evidence.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { recordKey } from '../inventory/record-key.js';
import { type Problem } from '../inventory/problem.js';
import { type CompiledPack, type CompiledRule } from '../policy/compiled-pack.js';
import { type TypeEnvironment } from '../policy/value-type.js';
import { ownFactsOf } from '../reference/own-facts-of.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';
import { type AuditedPart } from './audited-part.js';
import { type AuditResult, type Conclusion, type FindingOfResult, type WaiverOfResult } from './audit-result.js';
import { auditOptions } from './audit-options.js';
import { choosePart } from './choose-part.js';
import { type Baseline, compareBaseline } from './compare-baseline.js';
import { type Finding, deriveFinding } from './derive-finding.js';
import { egressOf } from './egress-of.js';
import { engineName } from './engine-name.js';
import { blocks, type Gate } from './gate.js';
import { partSentence } from './part-sentence.js';
import { type AffectedPart, remainingPart } from './remaining-part.js';
import { rulebookDigests } from './rulebook-digests.js';
import { createTally, type Tally } from './tally.js';
import { waiverPolicies } from './waiver-policies.js';

export interface AuditInput {
  readonly snapshot: InventorySnapshot;
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
  /** Told of every verdict. */
  readonly watch?: (verdict: Verdict) => void;
  /** What was wrong with the inputs; it is part of the result. */
  readonly problems: readonly Problem[];
}

interface JudgedFinding {
  readonly finding: Finding;
  readonly view?: SubjectView;
}

/**
 * Judges an inventory, or a part of it, against policy packs as of the snapshot's instant. Pure: the same input gives the same result.
 *
 * @throws UnknownPartError
 */
export function audit(input: AuditInput): AuditResult {
  const { snapshot, packs, reference, gate } = input;
  const part = input.affected !== undefined ? remainingPart(snapshot, input.affected) : input.only === undefined ? undefined : choosePart(snapshot, input.only);
  const asked = part === undefined ? undefined : new Set(part.subjects);
  const cited = new Map<string, Evidence>();
  const tally = createTally(packs, snapshot.asOf);
  const judged = judgeSubjects(input, asked, cited, tally);
  const { guarded, problems: guardProblems } = compileGuards(input.waivers, packs, input.environment, snapshot.asOf);
  const { matches, reports } = resolveWaivers(judged.map(({ finding, view }) => ({ ...finding, ...(view === undefined ? {} : { view, stateDigest: stateDigestOf(finding) }) })), guarded, waiverPolicies(packs), snapshot.asOf);
  const known = input.baseline === undefined ? undefined : new Set(input.baseline.findings.map(({ fingerprint }) => fingerprint));
  const findings = judged.map(({ finding }, index): FindingOfResult => ({ ...finding, waiver: waiverOf(matches.get(index)), baselineState: known === undefined ? null : known.has(finding.fingerprint) ? 'unchanged' : 'new' })).sort(byPlace);
  const egress = egressOf(snapshot, asked);
  const licences = snapshot.models.filter(({ id }) => asked === undefined || asked.has(recordKey('model', id))).map(({ id, licence }) => ({ model: id, expression: licence?.expression ?? licence?.declaredAs ?? null }));
  const by = findings.filter((finding) => blocks({ verdict: finding.verdict, severity: finding.severity, waived: isWaived(finding), isNew: finding.baselineState !== 'unchanged' }, gate)).map(({ fingerprint }) => fingerprint);
  const problems = [...input.problems, ...guardProblems, ...emptyProblems(snapshot, packs), ...partProblems(snapshot, part)];
  return {
    schema: 'domicile/audit-result/1',
    engine: engineName,
    asOf: snapshot.asOf,
    organisation: snapshot.organisation ? { id: snapshot.organisation.id, name: snapshot.organisation.name ?? snapshot.organisation.id } : null,
    ...(part === undefined ? {} : { part }),
    conclusion: conclude(findings, problems),
    gate: { blocked: by.length > 0, by: [...new Set(by)] },
    digests: { snapshot: snapshot.digest, ...rulebookDigests(packs, reference) },
    ...(reference.overlays.length === 0 ? {} : { ownFacts: ownFactsOf(reference) }),
    counts: { ...tally.total, waived: findings.filter(isWaived).length },
    rules: tally.rules(),
    findings,
    options: auditOptions(input, asked),
    waivers: reports.filter((report) => asked === undefined || concernsPart(report, asked)).map(reportOf),
    contradictions: snapshot.contradictions,
    egress,
    licences,
    diff: input.baseline === undefined ? null : compareBaseline({ findings, egress, licences }, input.baseline),
    evidence: [...cited.values()].sort((a, b) => byCodeUnit(a.id, b.id)),
    problems,
  };
}

/** Asks every rule about every subject. Views are kept only where a waiver may have to look at them again. */
function judgeSubjects({ snapshot, reference, packs, waivers, watch }: AuditInput, asked: ReadonlySet<string> | undefined, cited: Map<string, Evidence>, tally: Tally): JudgedFinding[] {
  const waived = new Set(waivers.flatMap(({ subjects }) => subjects.map(({ subject }) => subject)));
  const rules = new Map(packs.flatMap(({ id, rules: each }) => each.map((rule): [string, CompiledRule] => [`${id} ${rule.id}`, rule])));
  const judge = createJudge(bindPacks(packs), { asOf: snapshot.asOf });
  const judged: JudgedFinding[] = [];
  for (const view of deriveSubjects(snapshot, reference, snapshot.asOf, asked)) {
    for (const verdict of judge(view)) {
      tally.count(verdict);
      watch?.(verdict);
      const rule = rules.get(`${verdict.pack} ${verdict.ruleId}`);
      if (rule === undefined || !isOpen(verdict)) continue;
      judged.push({ finding: deriveFinding(snapshot, view, rule, verdict, cited), ...(waived.has(verdict.subject) ? { view } : {}) });
    }
  }
  return judged;
}

const isOpen = (verdict: Verdict): verdict is Verdict & { readonly outcome: 'fail' | 'unknown' | 'error' } => verdict.outcome === 'fail' || verdict.outcome === 'unknown' || verdict.outcome === 'error';
const isWaived = ({ waiver }: Pick<FindingOfResult, 'waiver'>): boolean => waiver !== null && waiver.state !== 'expired';

/** The gate has no say here: any unwaived fail, else anything undecided, else an input that could not be read in full. */
function conclude(findings: readonly FindingOfResult[], problems: readonly Problem[]): Conclusion {
  const open = findings.filter((finding) => !isWaived(finding));
  if (open.some(({ verdict }) => verdict === 'fail')) return 'non-conforming';
  if (open.length > 0 || problems.some(({ level }) => level !== 'warning')) return 'inconclusive';
  return 'conforming';
}

/** An audit that judged nothing must not look like one that found nothing. */
function emptyProblems(snapshot: InventorySnapshot, packs: readonly CompiledPack[]): Problem[] {
  const file = snapshot.sources[0]?.path ?? 'domicile.yaml';
  return [
    ...(snapshot.deployments.some(({ status }) => status !== 'retired') ? [] : [{ file, code: 'nothing-to-audit', message: 'no deployment was found, so nothing was audited; add one under deployments' }]),
    ...(packs.some(({ rules }) => rules.some(({ enabled }) => enabled)) ? [] : [{ file, code: 'no-rules', message: 'no rule is enabled, so nothing was audited; name a pack under packs or with --pack' }]),
  ];
}

/** A part never passes for the whole, whoever reads the result. */
function partProblems(snapshot: InventorySnapshot, part: AuditedPart | undefined): Problem[] {
  if (part === undefined) return [];
  const file = snapshot.sources[0]?.path ?? 'domicile.yaml';
  const nothing: Problem = { file, code: 'nothing-to-audit', message: 'nothing is left of the part, so nothing was audited; audit the whole' };
  return [{ file, code: 'part', level: 'warning', message: partSentence(part) }, ...(part.subjects.length === 0 ? [nothing] : [])];
}

/** What becomes of a waiver where not everything it is for was asked cannot be told, unless it was found to matter. */
function concernsPart({ waiver, state }: WaiverReport, asked: ReadonlySet<string>): boolean {
  const inside = waiver.subjects.filter(({ subject }) => asked.has(subject)).length;
  return inside > 0 && (state !== 'unused' || inside === waiver.subjects.length);
}

/** By subject, then element, then rule. */
function byPlace(a: FindingOfResult, b: FindingOfResult): number {
  return byCodeUnit(a.subject, b.subject) || byCodeUnit(a.element ?? '', b.element ?? '') || byCodeUnit(a.ruleId, b.ruleId) || byCodeUnit(a.pack, b.pack);
}

function waiverOf(match: WaiverMatch | undefined): FindingOfResult['waiver'] {
  if (match === undefined) return null;
  const { id, reason, approvals, expiresAt } = match.waiver;
  return { id, state: match.state, reason, approvedBy: approvals.map(({ by }) => by), expiresAt };
}

function reportOf({ waiver, state, note, matched }: WaiverReport): WaiverOfResult {
  const { id, pack, rules, reason, justification, compensatingMeasure, ticket, requestedBy, approvals, validFrom, expiresAt } = waiver;
  return { id, state, ...(note === undefined ? {} : { note }), pack, rules, reason, justification, ...(compensatingMeasure === undefined ? {} : { compensatingMeasure }), ...(ticket === undefined ? {} : { ticket }), requestedBy, approvedBy: approvals.map(({ by }) => by), validFrom, expiresAt, matched };
}

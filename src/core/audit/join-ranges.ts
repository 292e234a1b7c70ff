import { reportWaiver, type WaiverReport } from '../finding/report-waiver.js';
import { type Waiver } from '../finding/waiver.js';
import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type Evidence } from '../inventory/evidence.js';
import { type FragmentSource } from '../inventory/inventory-fragment.js';
import { type Organisation } from '../inventory/organisation.js';
import { type Problem } from '../inventory/problem.js';
import { joinDigests } from '../inventory/snapshot-digests.js';
import { type CompiledPack } from '../policy/compiled-pack.js';
import { ownFactsOf } from '../reference/own-facts-of.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';
import { type RangeAudit } from './audit-range.js';
import { type AuditResult, type Conclusion, type WaiverOfResult } from './audit-result.js';
import { type AuditedPart } from './audited-part.js';
import { type Baseline, compareBaseline } from './compare-baseline.js';
import { engineName } from './engine-name.js';
import { partSentence } from './part-sentence.js';
import { rulebookDigests } from './rulebook-digests.js';
import { addCounts, rulesOf } from './tally.js';
import { waiverPolicies } from './waiver-policies.js';

/** What is known of an audit beside what its ranges find. */
export interface AuditFrame {
  readonly asOf: string;
  readonly organisation: Organisation | undefined;
  /** Of the whole inventory, in their order. */
  readonly sources: readonly FragmentSource[];
  /** How many deployments are in scope in the whole inventory. */
  readonly liveDeployments: number;
  readonly part: AuditedPart | undefined;
  readonly reference: ReferenceFacts;
  readonly packs: readonly CompiledPack[];
  readonly waivers: readonly Waiver[];
  readonly baseline?: Baseline;
  readonly problems: readonly Problem[];
}

/**
 * The result of an audit from those of its ranges, which together are everything that was asked, those of deployments in the order of their ids and the rest last.
 *
 * @throws Error where there is not exactly one rest: what nobody judged must not look as if nothing stood against it
 */
export function joinRanges(frame: AuditFrame, ranges: readonly RangeAudit[]): AuditResult {
  const { asOf, organisation, part, reference, packs, baseline } = frame;
  const rests = ranges.flatMap(({ digests }) => digests.rest ?? []);
  const [rest] = rests;
  if (rest === undefined || rests.length > 1) throw new Error(`an audit has one range for all that is no deployment's, and ${rests.length} were given`);
  const asked = part === undefined ? undefined : new Set(part.subjects);
  const findings = ranges.flatMap((range) => range.findings);
  const egress = ranges.flatMap((range) => range.egress);
  const licences = ranges.flatMap((range) => range.licences);
  const rules = rulesOf(packs, asOf, ranges.map(({ tallies }) => tallies));
  const blocking = [...new Set(ranges.flatMap((range) => range.blocking))];
  const problems = [...frame.problems, ...emptyProblems(frame), ...partProblems(frame)];
  const policies = waiverPolicies(packs);
  const reports = frame.waivers.map((waiver, index) => reportWaiver(waiver, ranges.flatMap(({ waiverUses }) => waiverUses[index] ?? []), policies.get(waiver.pack), asOf));
  return {
    schema: 'domicile/audit-result/1',
    engine: engineName,
    asOf,
    organisation: organisation === undefined ? null : { id: organisation.id, name: organisation.name ?? organisation.id },
    ...(part === undefined ? {} : { part }),
    conclusion: conclude(ranges, problems),
    gate: { blocked: blocking.length > 0, by: blocking },
    digests: { snapshot: joinDigests(ranges.flatMap(({ digests }) => digests.deployments), rest, frame.sources), ...rulebookDigests(packs, reference) },
    ...(reference.overlays.length === 0 ? {} : { ownFacts: ownFactsOf(reference) }),
    counts: { ...addCounts(rules.map(({ counts }) => counts)), waived: ranges.reduce((sum, { waived }) => sum + waived, 0) },
    rules,
    findings,
    options: ranges.flatMap(({ options }) => options),
    waivers: reports.filter((report) => asked === undefined || concernsPart(report, asked)).map(reportOf),
    contradictions: ranges.flatMap(({ contradictions }) => contradictions).sort((a, b) => byCodeUnit(a.record, b.record)),
    egress,
    licences,
    diff: baseline === undefined ? null : compareBaseline({ findings, egress, licences }, baseline),
    evidence: [...distinctEvidence(ranges).values()].sort((a, b) => byCodeUnit(a.id, b.id)),
    problems,
  };
}

/** The gate has no say here: any unwaived fail, else anything undecided, else an input that could not be read in full. */
function conclude(ranges: readonly RangeAudit[], problems: readonly Problem[]): Conclusion {
  if (ranges.some(({ unwaived }) => unwaived.fails)) return 'non-conforming';
  if (ranges.some(({ unwaived }) => unwaived.any) || problems.some(({ level }) => level !== 'warning')) return 'inconclusive';
  return 'conforming';
}

/** An audit that judged nothing must not look like one that found nothing. */
function emptyProblems({ sources, liveDeployments, packs }: AuditFrame): Problem[] {
  const file = sources[0]?.path ?? 'domicile.yaml';
  return [
    ...(liveDeployments > 0 ? [] : [{ file, code: 'nothing-to-audit', message: 'no deployment was found, so nothing was audited; add one under deployments' }]),
    ...(packs.some(({ rules }) => rules.some(({ enabled }) => enabled)) ? [] : [{ file, code: 'no-rules', message: 'no rule is enabled, so nothing was audited; name a pack under packs or with --pack' }]),
  ];
}

/** A part never passes for the whole, whoever reads the result. */
function partProblems({ sources, part }: AuditFrame): Problem[] {
  if (part === undefined) return [];
  const file = sources[0]?.path ?? 'domicile.yaml';
  const nothing: Problem = { file, code: 'nothing-to-audit', message: 'nothing is left of the part, so nothing was audited; audit the whole' };
  return [{ file, code: 'part', level: 'warning', message: partSentence(part) }, ...(part.subjects.length === 0 ? [nothing] : [])];
}

/** What becomes of a waiver where not everything it is for was asked cannot be told, unless it was found to matter. */
function concernsPart({ waiver, state }: WaiverReport, asked: ReadonlySet<string>): boolean {
  const inside = waiver.subjects.filter(({ subject }) => asked.has(subject)).length;
  return inside > 0 && (state !== 'unused' || inside === waiver.subjects.length);
}

function reportOf({ waiver, state, note, matched }: WaiverReport): WaiverOfResult {
  const { id, pack, rules, reason, justification, compensatingMeasure, ticket, requestedBy, approvals, validFrom, expiresAt } = waiver;
  return { id, state, ...(note === undefined ? {} : { note }), pack, rules, reason, justification, ...(compensatingMeasure === undefined ? {} : { compensatingMeasure }), ...(ticket === undefined ? {} : { ticket }), requestedBy, approvedBy: approvals.map(({ by }) => by), validFrom, expiresAt, matched };
}

/** Two readers of one place are told apart by their names, so that it does not matter who came first. */
function distinctEvidence(ranges: readonly RangeAudit[]): ReadonlyMap<string, Evidence> {
  const distinct = new Map<string, Evidence>();
  for (const { evidence } of ranges) {
    for (const each of evidence) {
      const known = distinct.get(each.id);
      if (known === undefined || byCodeUnit(rankOf(each), rankOf(known)) < 0) distinct.set(each.id, each);
    }
  }
  return distinct;
}

const rankOf = ({ importer, source, note = '', effective = '' }: Evidence): string => `${importer}\n${source}\n${note}\n${effective}`;

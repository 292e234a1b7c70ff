import { type WaiverReport } from '../finding/report-waiver.js';
import { type Contradiction } from '../inventory/contradiction.js';
import { type Evidence } from '../inventory/evidence.js';
import { type Outcome } from '../policy/outcome.js';
import { type Problem } from '../inventory/problem.js';
import { type OwnFacts } from '../reference/own-facts.js';
import { type AuditedPart } from './audited-part.js';
import { type Severity } from '../policy/severity.js';

export type Conclusion = 'conforming' | 'non-conforming' | 'inconclusive';

export interface OperandOfResult {
  readonly path: string;
  readonly value: unknown;
  /** Why there is no value: nobody states it, sources contradict each other, it cannot be read, or it is not to be shown. */
  readonly state?: 'missing' | 'contradicted' | 'unreadable' | 'masked';
  /** Id of the evidence behind the value; absent for a constant, a parameter or a value derived from reference facts. */
  readonly evidence?: string;
}

export interface ExplanationOfResult {
  readonly expression: string;
  readonly result: boolean | 'unknown';
  readonly operands: readonly OperandOfResult[];
}

export interface WaiverOfFinding {
  readonly id: string;
  readonly state: 'active' | 'expired' | 'expiring';
  readonly reason: string;
  readonly approvedBy: readonly string[];
  readonly expiresAt: string;
}

/** Record of a fail, unknown or error verdict. */
export interface FindingOfResult {
  readonly fingerprint: string;
  readonly ruleId: string;
  readonly pack: string;
  readonly title: string;
  readonly severity: Severity;
  readonly verdict: 'fail' | 'unknown' | 'error';
  readonly subject: string;
  readonly element?: string;
  readonly message: string;
  readonly rationale: string;
  readonly remediation: string;
  readonly controls: readonly string[];
  readonly explanation: readonly ExplanationOfResult[];
  /** Paths that would have decided the rule had they been there. */
  readonly missing: readonly string[];
  /** Ids of reference facts the verdict leans on, with their state, and the overlay where the organisation set the fact itself. */
  readonly facts: readonly { readonly id: string; readonly confidence: string; readonly state: string; readonly overlay?: string }[];
  readonly location: { readonly file: string; readonly line: number; readonly column: number } | null;
  readonly waiver: WaiverOfFinding | null;
  readonly baselineState: 'new' | 'unchanged' | null;
}

export type OutcomeCounts = Readonly<Record<Outcome, number>>;

/** What a rule answered over the whole inventory. */
export interface RuleResult {
  readonly ruleId: string;
  readonly pack: string;
  readonly title: string;
  readonly severity: Severity;
  readonly rationale: string;
  readonly remediation: string;
  readonly controls: readonly string[];
  readonly counts: OutcomeCounts;
  /** Ids of known-but-unverified reference facts that passes of this rule lean on. */
  readonly unverifiedFacts: readonly string[];
  /** Ids of facts the organisation set itself that passes of this rule lean on; absent where none does. */
  readonly ownFacts?: readonly string[];
}

/** The same packs run on one way of serving a deployment's purpose. */
export interface OptionResult {
  readonly deployment: string;
  readonly option: string;
  readonly title: string;
  readonly kind: string;
  /** `unknown` where no rule fails but some cannot be decided: it is not admissible until it can. */
  readonly admissible: 'yes' | 'no' | 'unknown';
  readonly breaks: readonly { readonly ruleId: string; readonly severity: Severity; readonly verdict: 'fail' | 'unknown' | 'error'; readonly element?: string; readonly message: string }[];
}

export interface EgressOfResult {
  readonly flow: string;
  readonly stage: string | null;
  readonly from: string;
  readonly to: string;
  /** Countries of processing, storage and access, sorted; empty where none is known. */
  readonly countries: readonly string[];
}

export interface AuditDiff {
  readonly egress: readonly { readonly flow: string; readonly from: string; readonly to: string; readonly change: 'added' | 'removed' | 'changed' }[];
  readonly licences: readonly { readonly model: string; readonly before: string | null; readonly after: string | null }[];
  readonly absent: readonly string[];
}

/** A waiver given to the audit, whether or not it is in force. */
export interface WaiverOfResult {
  readonly id: string;
  readonly state: WaiverReport['state'];
  readonly note?: string;
  readonly pack: string;
  readonly rules: readonly string[];
  readonly reason: string;
  readonly justification: string;
  readonly compensatingMeasure?: string;
  readonly ticket?: string;
  readonly requestedBy: string;
  readonly approvedBy: readonly string[];
  readonly validFrom: string;
  readonly expiresAt: string;
  readonly matched: readonly string[];
}

/** The outcome of an audit. Names are a contract: `domicile check --format json` prints this object. */
export interface AuditResult {
  readonly schema: 'domicile/audit-result/1';
  readonly engine: string;
  readonly asOf: string;
  readonly organisation: { readonly id: string; readonly name: string } | null;
  /** Of what part of the inventory all of this is; absent where it is of the whole. */
  readonly part?: AuditedPart;
  readonly conclusion: Conclusion;
  readonly gate: { readonly blocked: boolean; readonly by: readonly string[] };
  readonly digests: { readonly snapshot: string; readonly packs: Readonly<Record<string, string>>; readonly facts: string };
  /** What the organisation laid over the shipped facts; absent where it laid nothing. */
  readonly ownFacts?: readonly OwnFacts[];
  readonly counts: OutcomeCounts & { readonly waived: number };
  readonly rules: readonly RuleResult[];
  readonly findings: readonly FindingOfResult[];
  readonly options: readonly OptionResult[];
  readonly waivers: readonly WaiverOfResult[];
  readonly contradictions: readonly Contradiction[];
  /** Every flow in scope with where it goes, and every licence, so that a later audit can be compared with this one. */
  readonly egress: readonly EgressOfResult[];
  readonly licences: readonly { readonly model: string; readonly expression: string | null }[];
  readonly diff: AuditDiff | null;
  readonly evidence: readonly Evidence[];
  readonly problems: readonly Problem[];
}

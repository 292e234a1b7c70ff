import { type SubjectKind } from '../exposure/subject-view.js';
import { type Constant, type Expression, type ParameterNode, type PathNode } from './expression.js';
import { type Severity } from './severity.js';
import { type RuleTest } from './policy-rule.js';
import { type WaiverTerms } from './waiver-terms.js';

/** A checked expression with what is known of it before it runs. */
export interface CompiledExpression {
  readonly source: string;
  readonly root: Expression;
  /** Paths it reads, such as `flow.transferBasis.mechanism` or `deployment.notices[]`, sorted. */
  readonly paths: readonly string[];
  readonly params: readonly string[];
  /** Nodes, each multiplied by the longest list around it. */
  readonly cost: number;
  /** False where every field it reads is always there or asked for with has() first. */
  readonly mayBeMissing: boolean;
  readonly usesNow: boolean;
}

export interface DatedSeverity {
  /** First day it holds, in UTC; absent for the beginning of time. */
  readonly from?: string;
  readonly is: Severity;
}

export type MessagePart = string | PathNode | ParameterNode;

export interface CompiledRule {
  readonly id: string;
  readonly title: string;
  /** In order of `from`. */
  readonly severity: readonly DatedSeverity[];
  readonly subject: SubjectKind;
  readonly controls: readonly string[];
  readonly rationale: string;
  readonly forEach?: { readonly in: PathNode; readonly as: string; readonly key: PathNode };
  readonly appliesTo?: CompiledExpression;
  readonly check: CompiledExpression;
  readonly onMissing: 'unknown' | 'fail';
  readonly message: readonly MessagePart[];
  readonly remediation: string;
  readonly evidence: readonly string[];
  readonly enabled: boolean;
  /** Every path the rule reads, sorted. */
  readonly paths: readonly string[];
  readonly cost: number;
  readonly usesNow: boolean;
}

export type ParameterValue = Constant | readonly Constant[];

export interface CompiledParameter {
  readonly type: string;
  /** Timestamps in milliseconds since 1970. */
  readonly value: ParameterValue;
  readonly source?: string;
  readonly description?: string;
}

/** A pack whose every rule is checked against the schema: plain JSON, ready to run. */
export interface CompiledPack {
  readonly format: 'domicile/compiled-pack/1';
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly owner: string;
  readonly inventorySchema: string;
  readonly description?: string;
  /** Whether it runs where an organisation has not chosen its packs. */
  readonly recommended: boolean;
  /** SHA-256 of the canonical JSON of the pack with its overlays. */
  readonly digest: string;
  readonly params: Readonly<Record<string, CompiledParameter>>;
  /** Absent where the pack accepts no waiver. */
  readonly waivers?: WaiverTerms;
  readonly rules: readonly CompiledRule[];
}

export interface TestsOfRule {
  readonly rule: string;
  readonly tests: readonly RuleTest[];
  readonly survivors: readonly { readonly mutant: string; readonly reason: string }[];
}

/** The tests of a pack, apart from it, since an audit does not need them. */
export interface PackTests {
  readonly fixtures: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly rules: readonly TestsOfRule[];
}

import { type HistoryEvent } from '../api/shapes.js';

/** What the screens use of a decision; the whole of it is described at /api/docs. */
export interface DecisionSummary {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly deployment: string | null;
  readonly state: string;
  readonly version: number;
  readonly author: string;
  readonly approval: { readonly by: string; readonly role: string; readonly at: string } | null;
  readonly signOff: { readonly by: string; readonly role: string; readonly at: string; readonly option: string; readonly because: string } | null;
  readonly changedAt: string;
}

export interface Decision extends DecisionSummary {
  readonly inputs: DecisionCase;
  readonly inputHash: string;
  readonly toFillIn: readonly { readonly at: readonly (string | number)[]; readonly where: string; readonly asks: string }[];
  readonly options: readonly JudgedOption[];
  readonly asked: { readonly revision: number; readonly packs: Readonly<Record<string, string>>; readonly facts: string } | null;
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  readonly events: readonly HistoryEvent[];
}

export interface JudgedOption {
  readonly id: string;
  readonly state: string;
  readonly because: readonly string[];
  readonly waived: readonly string[];
  readonly noRuleAsked: boolean;
}

export interface Criterion {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly anchors: readonly { readonly at: number; readonly value: number }[];
  readonly from?: string;
}

export interface Score {
  readonly value: number | null;
  readonly unit: string;
  readonly low?: number;
  readonly high?: number;
  readonly kind: string;
  readonly source: string;
  readonly asOf: string;
}

export interface DecisionCase {
  readonly title: string;
  readonly asOf: string;
  readonly context: string;
  readonly drivers: readonly string[];
  readonly decisionMakers: readonly string[];
  readonly criteria: readonly Criterion[];
  readonly weighting: { readonly method: string; readonly points?: Readonly<Record<string, number>>; readonly weights?: Readonly<Record<string, number>> };
  readonly options: readonly CaseOption[];
  readonly costs?: { readonly currency: string; readonly horizon: { readonly value: number | string | null } };
}

export interface CaseOption {
  readonly id: string;
  readonly template: string;
  readonly title: string;
  readonly constraints: readonly { readonly rule: string; readonly verdict: string; readonly because: string; readonly waiver?: string }[];
  readonly feasibility: readonly { readonly check: string; readonly verdict: string; readonly because: string }[];
  readonly scores: Readonly<Record<string, Score>>;
  readonly consequences: { readonly good: readonly string[]; readonly bad: readonly string[] };
  readonly residualRisks: readonly string[];
}

export interface Figure {
  readonly value: number | null;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly answer?: string;
}

export interface CostedOption {
  readonly id: string;
  readonly kind: string;
  readonly missing: readonly string[];
  readonly outlay: Figure;
  readonly monthly: Figure;
  readonly presentValue: { readonly expected: Figure; readonly p10: Figure; readonly p90: Figure };
  readonly withinBudget: { readonly expected: string; readonly p90: string } | null;
}

export interface Comparison {
  readonly selfHosted: string;
  readonly api: string;
  readonly breakEvenMonth: Figure;
  readonly breakEvenVolume: Figure;
  readonly capacity: Figure;
  readonly neverShare: Figure;
}

export interface Verdict {
  readonly word: string;
  readonly option: string | null;
  readonly acceptability: Figure | null;
  readonly sentence: string;
}

/** The record as `domicile decide --format json` prints it. */
export interface DecisionRecord {
  readonly status: string;
  readonly inputHash: string;
  readonly options: readonly { readonly id: string; readonly title: string; readonly state: string; readonly rank: number | null; readonly rejectedBecause: readonly string[] }[];
  readonly outcome: Verdict;
  readonly draws: number;
  readonly choice: {
    readonly waivers: readonly { readonly rules: readonly string[]; readonly admits: readonly string[] }[];
    readonly weights: Readonly<Record<string, Figure>>;
    readonly ranking: readonly { readonly option: string; readonly rank: number; readonly value: Figure; readonly values: Readonly<Record<string, Figure>> }[];
    readonly unknown: readonly { readonly option: string; readonly criterion: string; readonly because: string }[];
    readonly robustness: readonly { readonly option: string; readonly firstRank: Figure }[];
  };
  readonly costs: { readonly currency: string; readonly options: readonly CostedOption[]; readonly comparisons: readonly Comparison[]; readonly cautions: readonly string[] } | null;
  readonly shocks: readonly { readonly id: string; readonly title: string; readonly verdict: Verdict | null; readonly refused: readonly string[]; readonly changesLead: boolean; readonly costs: { readonly cheapest: { readonly before: string | null; readonly after: string | null } } }[];
  readonly reviewTriggers: readonly { readonly watch: string; readonly threshold: string; readonly then: string }[];
  readonly inputs: DecisionCase;
}

export const decisionStates = ['draft', 'in-review', 'approved', 'signed-off', 'rejected', 'superseded'] as const;
export const optionTemplates = ['status-quo', 'closed-api', 'closed-api-in-region', 'open-weights-cloud-vm', 'open-weights-on-premises', 'edge', 'hybrid'] as const;

/** Whether scores may be shown: someone other than the author has approved the inputs. */
export const scoresShown = ({ state, approval }: Pick<DecisionSummary, 'state' | 'approval'>): boolean => approval !== null && ['approved', 'signed-off', 'superseded'].includes(state);

import { type ChoiceResult, type ChoiceVerdict } from '../choice/choice-result.js';
import { type CostResult, type ShockedCosts } from '../cost/cost-result.js';
import { type Figure } from '../cost/figure.js';
import { type DecideCase } from './decide-case.js';
import { type OptionTemplateId } from './option-template.js';

export interface ConsideredOption {
  readonly id: string;
  readonly template: OptionTemplateId;
  readonly title: string;
  readonly state: 'admissible' | 'blocked' | 'infeasible';
  readonly rank: number | null;
  /** Why it was not chosen; empty for the chosen one. */
  readonly rejectedBecause: readonly string[];
  readonly acceptedUnderWaiver: readonly string[];
  readonly consequences: { readonly good: readonly string[]; readonly bad: readonly string[] };
  readonly residualRisks: readonly string[];
  /** What a regulator asks to be shown for it. */
  readonly evidence: readonly string[];
}

export interface InputSwitchPoint {
  readonly input: string;
  readonly from: Figure;
  readonly to: Figure;
  readonly then: string;
}

export interface ReviewTrigger {
  readonly watch: string;
  readonly threshold: string;
  readonly then: string;
}

/** What a shock does to the verdict; `refused` says why there is none under it. */
export interface ShockedVerdict {
  readonly id: string;
  readonly title: string;
  readonly costs: ShockedCosts;
  readonly verdict: ChoiceVerdict | null;
  readonly refused: readonly string[];
  readonly changesLead: boolean;
}

/** A decision with everything it rests on, under the headings of MADR 4.0 and with a block for machines. */
export interface DecisionRecord {
  readonly schema: 'domicile/decision-record/1';
  readonly engine: string;
  readonly id: string;
  readonly title: string;
  readonly deployment: string | null;
  readonly status: 'what-if' | 'proposed' | 'accepted';
  readonly date: string;
  readonly decisionMakers: readonly string[];
  readonly context: string;
  readonly drivers: readonly string[];
  readonly options: readonly ConsideredOption[];
  readonly leftOut: DecideCase['leftOut'];
  readonly outcome: ChoiceVerdict;
  readonly decision: DecideCase['decision'] | null;
  readonly confirmation: string;
  readonly residualRisks: readonly string[];
  readonly reviewTriggers: readonly ReviewTrigger[];
  readonly inputSwitchPoints: readonly InputSwitchPoint[];
  readonly inputHash: string;
  readonly approval: DecideCase['approval'] | null;
  readonly seed: number;
  readonly draws: number;
  readonly dataVersions: DecideCase['dataVersions'];
  readonly choice: ChoiceResult;
  readonly costs: CostResult | null;
  readonly shocks: readonly ShockedVerdict[];
  /** The case as it was approved. */
  readonly inputs: DecideCase;
}

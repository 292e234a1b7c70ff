import { type CheckedClaim } from './check-claim.js';
import { type Figure } from './figure.js';
import { type TornadoBar } from './tornado.js';

/** An amount with its 10 %, 50 % and 90 % quantiles over the draws. */
export interface Spread {
  readonly expected: Figure;
  readonly p10: Figure;
  readonly p50: Figure;
  readonly p90: Figure;
}

export interface CostedLine {
  readonly label: string;
  readonly nature: 'usage' | 'fixed' | 'outlay' | 'resale' | 'exit';
  readonly due: string;
  readonly formula: string;
  readonly amount: Figure;
}

export interface CostedOption {
  readonly id: string;
  readonly title: string;
  readonly kind: 'api' | 'self-hosted' | 'hybrid';
  readonly state: 'known' | 'unknown';
  /** One sentence per missing input: culprit, cause, remedy. */
  readonly missing: readonly string[];
  readonly lines: readonly CostedLine[];
  readonly outlay: Figure;
  readonly monthly: Figure;
  readonly total: Spread;
  readonly presentValue: Spread;
  readonly exitCost: Figure;
  readonly capacity: { readonly installed: Figure; readonly instances: Figure; readonly load: Figure } | null;
  readonly withinBudget: { readonly expected: 'yes' | 'no' | 'unknown'; readonly p90: 'yes' | 'no' | 'unknown' } | null;
  readonly tornado: readonly TornadoBar[];
}

/** One self-hosted option against one bought by the token. */
export interface Comparison {
  readonly selfHosted: string;
  readonly api: string;
  readonly breakEvenMonth: Figure;
  /** Share of the draws in which the outlay is never earned back before the hardware must be replaced. */
  readonly neverShare: Figure;
  readonly breakEvenVolume: Figure;
  readonly capacity: Figure;
  /** Instances whose capacity the break-even volume would fill. */
  readonly instancesAtBreakEven: Figure;
  readonly cheaperShare: Figure;
}

export interface CostResult {
  readonly currency: string;
  readonly distribution: 'triangular, nearest-rank quantiles';
  readonly options: readonly CostedOption[];
  readonly comparisons: readonly Comparison[];
  /** What it would be worth to know every uncertain input beforehand when choosing by present value alone. */
  readonly expectedValueOfPerfectInformation: Figure;
  /** Figures that change or end within the horizon. */
  readonly cautions: readonly string[];
}

export interface ShockedCosts {
  readonly id: string;
  readonly title: string;
  readonly options: readonly {
    readonly id: string;
    readonly presentValue: Figure;
    readonly change: Figure;
    readonly changeShare: Figure;
    readonly withinBudget: CostedOption['withinBudget'];
    readonly missing: readonly string[];
  }[];
  readonly cheapest: { readonly before: string | null; readonly after: string | null };
}

export type CheckedClaims = readonly CheckedClaim[];

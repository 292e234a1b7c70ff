import { type Outcome } from '../policy/outcome.js';
import { type Severity } from '../policy/severity.js';

/** `home` stays under the law of the EEA, `away` leaves it, `open` is neither or not known. */
export type ReportTone = 'home' | 'away' | 'open';

export type ReportOutcome = Outcome | 'waived' | 'not-tested';

export interface ReportColumn {
  readonly title: string;
  /** Part of the width, against the other columns. */
  readonly share: number;
  readonly set?: 'text' | 'number' | 'code';
  readonly align?: 'right';
  /** Cells stay on one line, as dates and ids must. */
  readonly whole?: boolean;
}

export interface ReportCell {
  readonly text: string;
  readonly severity?: Severity;
  readonly outcome?: ReportOutcome;
  /** Id of a block or row elsewhere in the report. */
  readonly link?: string;
  readonly strong?: boolean;
}

export interface ReportRow {
  readonly id?: string;
  readonly cells: readonly ReportCell[];
  readonly tone?: ReportTone;
}

export interface LaneNode {
  readonly id: string;
  readonly lane: string;
  readonly title: string;
  readonly note: string;
}

export interface LaneFlow {
  readonly number: string;
  readonly from: string;
  readonly to: string;
  readonly tone: ReportTone;
}

export interface CardPartBlock {
  readonly label: string;
  readonly text: string;
  readonly accent?: boolean;
  readonly mono?: boolean;
}

/** Months and amounts. */
export type CurvePoints = readonly (readonly [month: number, amount: number])[];

/** One piece of a section, with all its words composed. How it looks is the exporter's. */
export type ReportBlock =
  | { readonly kind: 'contents' }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly text: string }
  | { readonly kind: 'lead'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'callout'; readonly tone: ReportTone; readonly text: string; readonly note?: string; readonly asides?: readonly { readonly value: string; readonly label: string; readonly tone: ReportTone }[] }
  | { readonly kind: 'keyNumbers'; readonly items: readonly { readonly value: string; readonly label: string; readonly note: string; readonly tone: ReportTone }[] }
  | { readonly kind: 'severityKey'; readonly items: readonly { readonly severity: Severity; readonly word: string; readonly meaning: string }[] }
  | { readonly kind: 'outcomeKey'; readonly items: readonly { readonly outcome: ReportOutcome; readonly word: string; readonly meaning: string }[] }
  | { readonly kind: 'details'; readonly items: readonly { readonly label: string; readonly value: string; readonly code?: boolean }[] }
  | { readonly kind: 'table'; readonly columns: readonly ReportColumn[]; readonly rows: readonly ReportRow[]; readonly caption?: string }
  | {
      readonly kind: 'card';
      readonly id: string;
      readonly severity: Severity;
      readonly severityWord: string;
      readonly number: string;
      readonly about: string;
      readonly status: string;
      readonly title: string;
      readonly parts: readonly CardPartBlock[];
      readonly references: { readonly label: string; readonly items: readonly { readonly text: string; readonly target: string }[]; readonly note: string; readonly aside: string };
    }
  | {
      readonly kind: 'laneMap';
      readonly alt: string;
      readonly caption: string;
      readonly lanes: readonly { readonly id: string; readonly title: string; readonly note: string; readonly tone: ReportTone }[];
      readonly nodes: readonly LaneNode[];
      readonly flows: readonly LaneFlow[];
      readonly legend: Readonly<Record<ReportTone, string>>;
    }
  | {
      readonly kind: 'stackedBars';
      readonly alt: string;
      readonly caption: string;
      readonly rows: readonly { readonly label: string; readonly parts: readonly { readonly severity: Severity; readonly count: number }[] }[];
    }
  | {
      readonly kind: 'matrix';
      readonly alt: string;
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly { readonly label: string; readonly cells: readonly { readonly outcome: ReportOutcome; readonly text: string }[] }[];
    }
  | {
      readonly kind: 'timeline';
      readonly alt: string;
      readonly caption: string;
      /** Days since the first one; `now` is the as-of day. */
      readonly span: number;
      readonly now: number;
      readonly nowLabel: string;
      readonly ticks: readonly { readonly at: number; readonly label: string }[];
      readonly bars: readonly { readonly label: string; readonly from: number; readonly to: number; readonly tone: ReportTone; readonly note: string }[];
    }
  | {
      readonly kind: 'lineage';
      readonly alt: string;
      readonly caption: string;
      readonly chains: readonly { readonly steps: readonly { readonly title: string; readonly note: string; readonly code: string; readonly outcome: ReportOutcome; readonly relation: string }[] }[];
    }
  | {
      readonly kind: 'options';
      readonly items: readonly { readonly title: string; readonly about: string; readonly answer: string; readonly outcome: ReportOutcome; readonly reasons: readonly { readonly severity: Severity; readonly rule: string; readonly text: string }[]; readonly none: string }[];
    }
  | {
      readonly kind: 'contributions';
      readonly alt: string;
      readonly caption: string;
      readonly weightTitle: string;
      readonly differenceTitle: string;
      /** Names of the leading option and of the one after it. */
      readonly options: readonly string[];
      readonly rows: readonly { readonly label: string; readonly weight: string; readonly points: readonly number[]; readonly texts: readonly string[]; readonly difference: string; readonly ahead: boolean }[];
    }
  | {
      readonly kind: 'spans';
      readonly alt: string;
      readonly caption: string;
      readonly from: number;
      readonly to: number;
      readonly ticks: readonly { readonly at: number; readonly label: string }[];
      /** Each from its low to its high end, with a mark where it stands. */
      readonly rows: readonly { readonly label: string; readonly from: number; readonly to: number; readonly mark: number | null; readonly note: string; readonly tone: ReportTone }[];
    }
  | {
      readonly kind: 'curves';
      readonly alt: string;
      readonly caption: string;
      readonly xTitle: string;
      readonly months: number;
      readonly most: number;
      readonly xTicks: readonly { readonly at: number; readonly label: string }[];
      readonly yTicks: readonly { readonly at: number; readonly label: string }[];
      readonly series: readonly { readonly label: string; readonly tone: ReportTone; readonly line: CurvePoints; readonly low: CurvePoints; readonly high: CurvePoints }[];
      readonly crossing: { readonly at: number; readonly label: string; readonly note: string } | null;
    }
  | { readonly kind: 'signOff'; readonly parties: readonly { readonly role: string; readonly statement: string; readonly name: string; readonly date: string }[] }
  | { readonly kind: 'commands'; readonly title: string; readonly text: string; readonly lines: readonly string[] };

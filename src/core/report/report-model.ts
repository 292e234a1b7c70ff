import { type Severity } from '../policy/severity.js';
import { type Problem } from '../inventory/problem.js';
import { type ReportBlock, type ReportTone } from './report-block.js';
import { type ReportBrand } from './report-brand.js';

export interface ReportSection {
  readonly id: string;
  /** `1`, `2`, … `A`, `B`; absent for the contents. */
  readonly number?: string;
  readonly overline?: string;
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

export interface ReportCover {
  readonly overline: string;
  readonly title: string;
  readonly subtitle: string;
  readonly conclusionLabel: string;
  readonly conclusion: string;
  readonly note: string;
  readonly tone: ReportTone;
  readonly counts: readonly { readonly severity: Severity; readonly word: string; readonly fails: string; readonly undecided: string }[];
  readonly countTitles: { readonly fails: string; readonly undecided: string };
  /** Two rows of four columns; a wide one takes two. */
  readonly details: readonly { readonly label: string; readonly value: string; readonly wide?: boolean }[];
  readonly digestLabel: string;
  readonly digest: string;
  readonly disclaimer: string;
  /** Countries at both ends of each flow, by ISO 3166-1 alpha-2 code; what the map draws. */
  readonly routes: readonly { readonly from: string; readonly to: string; readonly tone: ReportTone }[];
  /** Codes of the countries lit as home. */
  readonly home: readonly string[];
  readonly mapAlt: string;
}

export interface ReportAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  /** PDF/A-3 relationship of the attachment to the document. */
  readonly relationship: 'Data' | 'Source' | 'Supplement';
  readonly bytes: Uint8Array;
}

/** A report with every word composed: what exporters need and nothing they must decide. */
export interface ReportModel {
  readonly schema: 'domicile/report/1';
  readonly language: 'en' | 'de' | 'fr';
  readonly id: string;
  readonly version: string;
  readonly classification: string;
  /** The instant the audit judged at, ISO 8601; the only date in the metadata of a file. */
  readonly asOf: string;
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly creator: string;
  /** `sha256:` of the attached result. */
  readonly digest: string;
  /** The word printed on every page while signatures are missing. */
  readonly draft: string | null;
  readonly furniture: {
    readonly head: string;
    readonly foot: string;
    /** Holds `{page}` and `{pages}`. */
    readonly pageOf: string;
    /** Holds `{target}`. */
    readonly goTo: string;
    /** What the empty signature field is for. */
    readonly signature: string;
  };
  readonly brand: ReportBrand | null;
  readonly cover: ReportCover;
  readonly sections: readonly ReportSection[];
  readonly attachments: readonly ReportAttachment[];
  /** Characters of the input that the fonts lack, and texts cut for length. */
  readonly problems: readonly Problem[];
}

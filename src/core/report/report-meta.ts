import { type ReportBrand } from './report-brand.js';

/** Who must sign: the lead of the audit, an independent reviewer, and whoever owns the risk. */
export const signOffRoles = ['lead', 'reviewer', 'risk-owner'] as const;

export interface SignOffParty {
  readonly role: (typeof signOffRoles)[number];
  readonly name: string;
  readonly date: string;
  /** What the person states; absent: the statement of the wording. */
  readonly statement?: string;
}

export interface ReportChange {
  readonly version: string;
  readonly date: string;
  readonly what: string;
}

/** What is said of a report itself, by whoever asks for it. */
export interface ReportMeta {
  readonly id: string;
  readonly version: string;
  readonly title?: string;
  readonly classification?: string;
  readonly author?: string;
  readonly supersedes?: string;
  /** First and last day of what was audited, where it is more than the instant of the audit. */
  readonly period?: { readonly from: string; readonly to: string };
  readonly changes?: readonly ReportChange[];
  readonly signOffs?: readonly SignOffParty[];
  readonly divergingOpinions?: readonly string[];
  readonly brand?: ReportBrand;
  /** Only one deployment is reported on; its id. */
  readonly deployment?: string;
}

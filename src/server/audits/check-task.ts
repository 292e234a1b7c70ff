import { type ReportLanguage } from '../../core/report/report-language.js';
import { type ReportVerification } from '../../signing/report-verification.js';
import { type CheckRequest } from './check-request.js';

/** A check as a worker takes it: nothing left to the moment it runs. */
export interface CheckInput extends CheckRequest {
  readonly asOf: string;
}

/** What an audit is stored as. */
export interface CheckOutcome {
  /** The bytes of `domicile check --format json`. */
  readonly json: string;
  readonly asOf: string;
  readonly engine: string;
  readonly conclusion: string;
  readonly blocked: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly digests: { readonly snapshot: string; readonly facts: string; readonly packs: Readonly<Record<string, string>> };
}

/** How a report is printed. */
export interface ReportForm {
  readonly template: string;
  readonly language: ReportLanguage;
}

export interface StoredAudit {
  readonly input: CheckInput;
  /** The bytes that were answered. */
  readonly result: string;
}

export type CheckTask =
  | { readonly kind: 'check'; readonly input: CheckInput }
  | ({ readonly kind: 'report' } & StoredAudit & ReportForm)
  /** `stored` is the audit the report is of, where it is known. */
  | { readonly kind: 'verify'; readonly file: Uint8Array; readonly roots: string; readonly asOf: string; readonly stored?: StoredAudit };

export type CheckAnswer = { readonly kind: 'check'; readonly outcome: CheckOutcome } | { readonly kind: 'report'; readonly pdf: Uint8Array } | { readonly kind: 'verify'; readonly verification: ReportVerification };

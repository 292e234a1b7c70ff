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

export type CheckTask = { readonly kind: 'check'; readonly input: CheckInput } | { readonly kind: 'report'; readonly input: CheckInput; readonly result: string };

export type CheckAnswer = { readonly kind: 'check'; readonly outcome: CheckOutcome } | { readonly kind: 'report'; readonly pdf: Uint8Array };

import { type DecideCase } from '../../core/decision/record/decide-case.js';

export type DecisionTask =
  /** Inputs as somebody wrote them: YAML or JSON as text, or a JSON value. */
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'take'; readonly value: unknown }
  | { readonly kind: 'decide'; readonly given: DecideCase; readonly whatIf: boolean };

export type DecisionAnswer =
  | { readonly kind: 'inputs'; readonly given: DecideCase }
  /** The bytes of `domicile decide --format json`. */
  | { readonly kind: 'record'; readonly json: string };

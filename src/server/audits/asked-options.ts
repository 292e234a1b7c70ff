import { type OptionConstraints } from '../../core/decision/record/constraints-from-audit.js';

/** What the packs say of the options of a case, and what they were asked by. */
export interface AskedOptions {
  readonly constraints: OptionConstraints;
  readonly packs: Readonly<Record<string, string>>;
  readonly facts: string;
}

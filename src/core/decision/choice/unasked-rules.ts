import { type ConstraintVerdict } from './constraint-verdict.js';

/** Stands in where an option comes without the outcome of any rule: nobody asked, so nobody knows. */
export const unaskedRules: ConstraintVerdict = {
  rule: 'no-rule-asked',
  verdict: 'unknown',
  because: 'the outcome of no rule is given for this option (run the policy packs with --inventory, or write outcomes under constraints)',
  waivable: false,
};

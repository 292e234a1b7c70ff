/** Verdict of a rule on a subject, in the words of XCCDF. */
export const outcomes = ['pass', 'fail', 'unknown', 'not-applicable', 'error'] as const;
export type Outcome = (typeof outcomes)[number];

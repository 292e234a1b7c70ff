/** What the tests of one rule showed. */
export interface RuleReport {
  readonly ruleId: string;
  readonly tests: number;
  readonly failures: readonly { readonly test: string; readonly expected: string; readonly actual: string }[];
  /** Atomic conditions, how many were seen both true and false, and what the others were never. */
  readonly conditions: { readonly total: number; readonly covered: number; readonly uncovered: readonly { readonly expression: string; readonly never: readonly ('true' | 'false')[] }[] };
  /** Deliberate mistakes: `survived` were noticed by no test and are excused by no entry under survivors. */
  readonly mutants: { readonly total: number; readonly killed: number; readonly excused: number; readonly survived: readonly string[] };
  /** What is wrong with the tests themselves, each as a sentence with its remedy. */
  readonly problems: readonly string[];
  readonly passed: boolean;
}

export interface PackReport {
  readonly pack: string;
  readonly version: string;
  readonly rules: readonly RuleReport[];
  readonly passed: boolean;
}

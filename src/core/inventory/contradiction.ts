import { type Confidence } from './confidence.js';

export interface Claim {
  readonly value: unknown;
  readonly source: string;
  readonly line?: number;
  readonly column?: number;
  readonly confidence: Confidence;
}

/** Two or more sources that say different things of one field. */
export interface Contradiction {
  /** Key of the record, such as `model/llama-3.1-70b`. */
  readonly record: string;
  /** JSON pointer inside the record. */
  readonly pointer: string;
  readonly claims: readonly Claim[];
  /**
   * True where all who state the field agree and only an inference differs: the statement stands, the difference is shown.
   * False where statements differ: no side is chosen, the field is absent from the record, and rules see it as contradicted.
   */
  readonly decided: boolean;
}

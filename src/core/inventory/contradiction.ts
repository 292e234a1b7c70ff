import { type Confidence } from './confidence.js';

/** Two or more sources that say different things of one field. No side is chosen; rules see the field as contradicted. */
export interface Contradiction {
  /** Key of the record, such as `model/llama-3.1-70b`. */
  readonly record: string;
  /** JSON pointer inside the record. */
  readonly pointer: string;
  readonly claims: readonly {
    readonly value: unknown;
    readonly source: string;
    readonly line?: number;
    readonly column?: number;
    readonly confidence: Confidence;
  }[];
}

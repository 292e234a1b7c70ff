import { type Confidence } from './confidence.js';

/** Where in a source a fact stands. Lines and columns count from 1; `pointer` is an RFC 6901 JSON pointer into the source. */
export interface FactOrigin {
  readonly line?: number;
  readonly column?: number;
  readonly pointer?: string;
  readonly confidence: Confidence;
  /** How an inferred fact was reached, in a few words. */
  readonly note?: string;
}

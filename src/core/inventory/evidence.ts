import { type Confidence } from './confidence.js';

/** Source, digest and place that support a fact. `effective` is when it was true, not when it was read. */
export interface Evidence {
  /** Derived from source digest, locator and confidence: the same fact in the same file has the same id in every run. */
  readonly id: string;
  readonly source: string;
  readonly sha256: string;
  /** `file:line:column` or a JSON pointer after `#`. */
  readonly locator: string;
  readonly line?: number;
  readonly column?: number;
  readonly importer: string;
  readonly confidence: Confidence;
  readonly effective?: string;
  readonly note?: string;
}

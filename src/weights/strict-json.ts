export type StrictJson = string | number | boolean | null | readonly StrictJson[] | StrictObject;

export interface StrictObject {
  readonly [key: string]: StrictJson;
}

export interface JsonLimits {
  readonly depth: number;
  /** Values in the whole text. */
  readonly values: number;
  /** Keys of one object; 150,000 where not said. */
  readonly keys?: number;
}

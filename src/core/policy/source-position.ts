/** Where something was written. Line and column count from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Finds where a value of a document was written, by JSON pointer; the nearest enclosing value where the pointer names nothing.
 * `offset` counts UTF-16 code units inside the text of a string; `key` asks for the member's name instead of its value.
 */
export type PositionLookup = (pointer: string, at?: { readonly offset?: number; readonly key?: boolean }) => SourcePosition;

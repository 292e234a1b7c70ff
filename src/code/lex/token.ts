export interface Token {
  readonly kind: 'comment' | 'string' | 'word' | 'mark';
  /** Of a string, what stands between its quotes, with {} for what is filled in; of a comment, all of it. */
  readonly text: string;
  /** Offset in the file. */
  readonly at: number;
  /** Line from 1. */
  readonly line: number;
  /** Nothing but white space stands before it on its line. */
  readonly first: boolean;
}

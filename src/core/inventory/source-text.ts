/** A file as text, that came without a disk to read it from. */
export interface SourceText {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly content: string;
}

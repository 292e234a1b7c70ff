/** A file to look through, with its path as the user gave it and as it lies below the folder that was given. */
export interface CodeFile {
  readonly path: string;
  /** Below the folder that was given: what tells tests, documentation and foreign code apart. */
  readonly inside: string;
  readonly text: string;
  readonly sha256: string;
  /** A folder above it that .gitignore names and that a tool fills, and so is not the organisation's own code. */
  readonly ignored?: boolean;
}

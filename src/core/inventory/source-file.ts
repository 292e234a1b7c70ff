/** Bytes that were read, with where they came from and their SHA-256. */
export interface SourceFile {
  /** Path as the user gave it, with forward slashes; never absolute unless given so. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

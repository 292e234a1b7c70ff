import { type DigestComparison } from '../weights-report.js';

/** A digest as a manifest states it, before it is compared. */
export interface PublishedDigest {
  /** Path of the manifest. */
  readonly source: string;
  readonly kind: DigestComparison['kind'];
  /** SHA-256, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** The file it is for, relative to the folder; absent where the manifest names content only. */
  readonly path?: string;
  /** Size in bytes, where the manifest states it. */
  readonly bytes?: number;
  /** What the manifest calls it, for messages. */
  readonly label: string;
}

import { type X509Certificate } from 'node:crypto';

/** Whom a verifier trusts, and when. */
export interface SignatureTrust {
  /** Roots that signers' certificates must lead to; empty: nobody is known. */
  readonly roots: readonly X509Certificate[];
  /** Roots of time-stamping authorities; empty: those of signers. */
  readonly stampRoots: readonly X509Certificate[];
  /** Instant at which certificates must be valid where no trusted time-stamp says when it was signed. */
  readonly asOf: Date;
}

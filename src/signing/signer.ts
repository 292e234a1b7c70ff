import { type KeyObject, type X509Certificate } from 'node:crypto';

/** Key and certificate of whoever signs. */
export interface Signer {
  /** Private key of the certificate. */
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  /** Certificates between the signer's and a root, in any order. */
  readonly chain: readonly X509Certificate[];
}

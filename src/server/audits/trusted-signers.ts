/** Certificates, in PEM, that signers of reports must lead to; empty: nobody is known. */
export class TrustedSigners {
  constructor(readonly signers: string) {}
}

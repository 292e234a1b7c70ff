/** Who made a signature that holds. */
export interface ProvenSigner {
  readonly method: 'keyless' | 'key' | 'certificate';
  readonly identity: string;
  /** Keyless: who vouched for the identity when it signed in. */
  readonly issuer?: string;
}

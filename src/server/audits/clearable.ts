/** What of a deployment an audit lets be cleared, and everything that stands against it. */
export interface Clearable {
  readonly weights: readonly { readonly artefact: string; readonly sha256: string }[];
  readonly imageDigest?: string;
  readonly against: readonly string[];
  /** Waivers without which findings would stand against it. */
  readonly waivers: readonly { readonly id: string; readonly expiresAt: string }[];
}

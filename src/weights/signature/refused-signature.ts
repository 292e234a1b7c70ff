/** Thrown where a signature is not accepted. The message is the reason shown. */
export class RefusedSignature extends Error {
  constructor(
    readonly state: 'failed' | 'unsupported',
    reason: string,
    /** Who signed, where that is proven although something else is not. */
    readonly identity: string | null = null,
  ) {
    super(reason);
    this.name = 'RefusedSignature';
  }
}

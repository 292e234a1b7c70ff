import { openSignature } from './open-signature.js';
import { signContent } from './sign-content.js';
import { type Signer } from './signer.js';
import { signerName } from './signer-name.js';
import { type Stamp } from './stamp.js';
import { SigningError } from './signing-error.js';

export interface Signing {
  readonly signer: Signer;
  /** When whoever signs says they signed. */
  readonly at: Date;
  /** Asks a time-stamping authority; absent: the signature carries no trusted time. */
  readonly stamp?: Stamp;
}

/**
 * Signs a report by appending to it: what was there stays as it was, byte for byte, so that the unsigned report can be told from the signed one (ISO 32000-1, 12.8.1; ETSI EN 319 142-1).
 * @throws SigningError where it has no empty signature field, or the key, certificate or time-stamp will not do
 */
export async function signReport(report: Uint8Array, { signer, at, stamp }: Signing): Promise<Uint8Array> {
  const room = roomFor(signer, stamp !== undefined);
  const { file, from, to } = await openSignature(report, { at, name: signerName(signer.certificate), room });
  const signature = await signContent(new Uint8Array(Buffer.concat([file.subarray(0, from), file.subarray(to)])), signer, stamp);
  if (signature.length > room) throw new SigningError(`the signature takes ${signature.length} bytes, more than the ${room} kept for it; give fewer certificates above the signer's`);
  const signed = Buffer.from(file);
  signed.write(Buffer.from(signature).toString('hex'), from + 1, 'latin1');
  return new Uint8Array(signed);
}

/** Bytes kept for a signature: itself, its certificates, and what an authority adds. */
function roomFor({ certificate, chain }: Signer, stamped: boolean): number {
  const certificates = [certificate, ...chain].reduce((sum, { raw }) => sum + raw.length, 0);
  return 2_048 + certificates + (stamped ? 16_384 : 0);
}

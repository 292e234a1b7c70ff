import { type X509Certificate } from 'node:crypto';
import { openSignature } from './open-signature.js';
import { type FoundSignature } from './read-signed-report.js';
import { type VerificationCheck } from './report-verification.js';
import { signerName } from './signer-name.js';

/** Whether a report is, byte for byte but for its signature, the one that was printed again. */
export async function compareReproduction(file: Uint8Array, again: Uint8Array, signature: FoundSignature | undefined, certificate: X509Certificate | undefined): Promise<VerificationCheck> {
  const expected = signature === undefined || certificate === undefined ? again : await withoutSignature(again, signature, certificate);
  const found = signature === undefined ? file : withZeros(file, signature);
  const differs = firstDifference(found, expected);
  const but = signature === undefined ? '' : ' but for its signature';
  if (differs === undefined) return { check: 'reproduction', state: 'right', message: `the report printed again is the same, byte for byte${but}` };
  return { check: 'reproduction', state: 'wrong', message: `the report printed again is another: it differs from byte ${differs} on (${file.length} bytes here, ${expected.length} when printed again)` };
}

async function withoutSignature(again: Uint8Array, { at, byteRange }: FoundSignature, certificate: X509Certificate): Promise<Uint8Array> {
  const [, from = 0, to = 0] = byteRange;
  if (at === undefined) return again;
  return (await openSignature(again, { at, name: signerName(certificate), room: Math.max(0, (to - from - 2) / 2) })).file;
}

function withZeros(file: Uint8Array, { byteRange }: FoundSignature): Uint8Array {
  const [, from = 0, to = 0] = byteRange;
  const copy = new Uint8Array(file);
  copy.fill('0'.charCodeAt(0), from + 1, to - 1);
  return copy;
}

function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) if (a[index] !== b[index]) return index;
  return a.length === b.length ? undefined : length;
}

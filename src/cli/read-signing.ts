import { readFile } from 'node:fs/promises';
import { readSigner } from '../signing/read-signer.js';
import { type Signing } from '../signing/sign-report.js';
import { type Stamp } from '../signing/stamp.js';
import { SigningError } from '../signing/signing-error.js';
import { UsageError } from './usage-error.js';

export interface SigningOptions {
  /** Path of the private key, or of a PKCS#12 file. */
  readonly sign?: string;
  readonly cert?: string;
  /** Address of a time-stamping authority. */
  readonly timestamp?: string;
  readonly signedAt: Date;
}

const longestAnswer = 1_000_000;
const longestWait = 30_000;

/** How a report is to be signed; nothing where it is not. @throws UsageError @throws SigningError */
export async function readSigning({ sign, cert, timestamp, signedAt }: SigningOptions): Promise<Signing | undefined> {
  if (sign === undefined) {
    if (cert !== undefined || timestamp !== undefined) throw new UsageError(`${cert === undefined ? '--timestamp' : '--cert'} says how to sign, but nothing is signed without a key; give it with --sign`);
    return undefined;
  }
  const passphrase = process.env['DOMICILE_SIGN_PASSPHRASE'];
  const signer = await readSigner({
    key: { name: sign, bytes: await readFile(sign) },
    ...(cert === undefined ? {} : { certificates: { name: cert, bytes: await readFile(cert) } }),
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  return { signer, at: signedAt, ...(timestamp === undefined ? {} : { stamp: stampAt(timestamp) }) };
}

function stampAt(address: string): Stamp {
  if (!/^https?:\/\//.test(address)) throw new UsageError(`--timestamp: '${address}' is no address of a time-stamping authority; write one that begins with http:// or https://`);
  return async (request) => {
    try {
      const answer = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/timestamp-query' }, body: new Uint8Array(request), signal: AbortSignal.timeout(longestWait), redirect: 'error' });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (!answer.ok || bytes.length > longestAnswer) throw new Error(answer.ok ? 'its answer is too long' : `it answered ${answer.status}`);
      return bytes;
    } catch (error) {
      throw new SigningError(`${address}: no time-stamp came back (${error instanceof Error ? error.message : String(error)}); check the address, or sign without --timestamp`);
    }
  };
}

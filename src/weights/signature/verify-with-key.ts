import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type ProvenSigner } from './proven-signer.js';
import { RefusedSignature } from './refused-signature.js';
import { type SignatureBundle } from './signature-bundle.js';
import { verifyEnvelope } from './verify-envelope.js';

/** Checks a bundle against the public key in the PEM file `location`. @throws RefusedSignature */
export function verifyWithKey(bundle: SignatureBundle, location: string | undefined): ProvenSigner {
  const material = bundle.verificationMaterial.publicKey;
  if (material === undefined) throw new RefusedSignature('failed', 'the bundle is signed with a certificate, not with a bare key; give --ca, or --identity and --issuer');
  if (location === undefined) throw new RefusedSignature('unsupported', 'the bundle is signed with a key; give the public key you trust with --key');
  const key = readKey(location);
  const pem = key.export({ type: 'spki', format: 'pem' }) as string;
  const fingerprint = createHash('sha256').update(pem).digest('hex');
  const { hint, rawBytes } = material;
  if (hint !== undefined && hint !== '' && hint !== fingerprint) throw new RefusedSignature('failed', `the bundle was signed with another key: it names ${hint.slice(0, 16)}…, the key given is ${fingerprint.slice(0, 16)}…`);
  if (rawBytes !== undefined && Buffer.from(rawBytes, 'base64').toString('utf8').trim() !== pem.trim()) throw new RefusedSignature('failed', 'the bundle was signed with another key than the one given');
  verifyEnvelope(bundle, key);
  return { method: 'key', identity: `sha256:${fingerprint}` };
}

function readKey(location: string): KeyObject {
  const pem = readFileSync(location, 'utf8');
  try {
    return createPublicKey(pem);
  } catch {
    throw new Error(`${location}: no public key in PEM; give a file with -----BEGIN PUBLIC KEY-----`);
  }
}

import { type KeyObject, verify } from 'node:crypto';
import { dsseEncoding } from './dsse-encoding.js';
import { RefusedSignature } from './refused-signature.js';
import { type SignatureBundle } from './signature-bundle.js';

const digests: ReadonlyMap<string, string> = new Map([['prime256v1', 'sha256'], ['secp384r1', 'sha384'], ['secp521r1', 'sha512']]);

/** Checks the signature over the envelope. ECDSA uses the digest of the curve's size (P-384: SHA-384). @throws RefusedSignature */
export function verifyEnvelope(bundle: SignatureBundle, key: KeyObject): void {
  const curve = key.asymmetricKeyDetails?.namedCurve ?? '';
  const digest = key.asymmetricKeyType === 'ec' ? digests.get(curve) : undefined;
  if (digest === undefined) throw new RefusedSignature('unsupported', `a key of type ${key.asymmetricKeyType ?? 'unknown'} ${curve} does not sign models; ECDSA on P-256, P-384 or P-521 is read`);
  const { payload, payloadType, signatures } = bundle.dsseEnvelope;
  const signature = Buffer.from(signatures[0]?.sig ?? '', 'base64');
  if (!verify(digest, dsseEncoding(payloadType, Buffer.from(payload, 'base64')), key, signature)) throw new RefusedSignature('failed', 'the signature does not fit the statement and the key: the manifest was changed, or another key signed it');
}

import { type KeyObject } from 'node:crypto';
import { SigningError } from './signing-error.js';

export interface SignatureAlgorithm {
  readonly hash: 'SHA-256' | 'SHA-384';
  readonly key: { readonly name: 'RSASSA-PKCS1-v1_5'; readonly hash: string } | { readonly name: 'ECDSA'; readonly namedCurve: string };
  /** As an auditor would write it, such as `RSA 3072 with SHA-256`. */
  readonly title: string;
}

const leastRsaBits = 2048;
const curves: Readonly<Record<string, { readonly namedCurve: string; readonly hash: 'SHA-256' | 'SHA-384' }>> = {
  prime256v1: { namedCurve: 'P-256', hash: 'SHA-256' },
  secp384r1: { namedCurve: 'P-384', hash: 'SHA-384' },
};

/** How a key signs in a PAdES baseline signature: RSA of 2,048 bits or more, P-256 or P-384 (ETSI TS 119 312). @throws SigningError */
export function signatureAlgorithm({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): SignatureAlgorithm {
  if (type === 'rsa') {
    const bits = details?.modulusLength ?? 0;
    if (bits < leastRsaBits) throw new SigningError(`an RSA key of ${bits} bits is too short to sign with; use one of ${leastRsaBits} bits or more`);
    return { hash: 'SHA-256', key: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, title: `RSA ${bits} with SHA-256` };
  }
  const curve = type === 'ec' ? curves[details?.namedCurve ?? ''] : undefined;
  if (curve === undefined) throw new SigningError(`a key of the kind '${details?.namedCurve ?? type ?? 'unknown'}' is not checked by PDF readers; use RSA of ${leastRsaBits} bits or more, P-256 or P-384`);
  return { hash: curve.hash, key: { name: 'ECDSA', namedCurve: curve.namedCurve }, title: `ECDSA ${curve.namedCurve} with ${curve.hash}` };
}

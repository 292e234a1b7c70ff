import { readFileSync } from 'node:fs';
import { bundleFromJSON } from '@sigstore/bundle';
import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { isStrictObject } from '../is-strict-object.js';
import { parseStrictJson } from '../parse-strict-json.js';
import { type StrictJson } from '../strict-json.js';
import { readableText } from '../../core/inventory/readable-text.js';
import { type ProvenSigner } from './proven-signer.js';
import { RefusedSignature } from './refused-signature.js';
import { sigstoreTrustedRoot } from './sigstore-trusted-root.js';

export interface KeylessExpectation {
  readonly identity?: string;
  readonly issuer?: string;
  /** A trusted root or client trust configuration to use instead of Sigstore's public one. */
  readonly trustedRoot?: string;
}

/**
 * Checks a keyless bundle without any network: certificate chain, transparency log, time of signing and signature, then who signed.
 * @throws RefusedSignature
 */
export function verifyKeyless(json: StrictJson, expected: KeylessExpectation): ProvenSigner {
  const { identity, issuer } = signerOf(json, expected.trustedRoot);
  const shown = `${readableText(identity)} (vouched for by ${readableText(issuer)})`;
  if (expected.identity !== undefined && expected.identity !== identity) throw new RefusedSignature('failed', `signed by ${shown}, not by ${expected.identity}`, identity);
  if (expected.issuer !== undefined && expected.issuer !== issuer) throw new RefusedSignature('failed', `signed by ${shown}, not vouched for by ${expected.issuer}`, identity);
  if (expected.identity === undefined || expected.issuer === undefined) {
    const missing = [expected.identity === undefined ? '--identity' : '', expected.issuer === undefined ? '--issuer' : ''].filter((option) => option !== '').join(' and ');
    throw new RefusedSignature('unsupported', `the signature holds and was made by ${shown}, but anyone can sign; say whom you expect with ${missing}`, identity);
  }
  return { method: 'keyless', identity, issuer };
}

function signerOf(json: StrictJson, trustedRoot: string | undefined): { identity: string; issuer: string } {
  const material = toTrustMaterial(TrustedRoot.fromJSON(trustedRoot === undefined ? sigstoreTrustedRoot : readTrustedRoot(trustedRoot)));
  try {
    const signer = new Verifier(material).verify(toSignedEntity(bundleFromJSON(json)));
    const identity = signer.identity?.subjectAlternativeName;
    const issuer = signer.identity?.extensions?.issuer;
    if (identity === undefined || issuer === undefined) throw new RefusedSignature('failed', 'the certificate of the bundle names no signer or no issuer');
    return { identity, issuer };
  } catch (error) {
    if (error instanceof RefusedSignature) throw error;
    const message = error instanceof Error ? error.message : 'unknown reason';
    throw new RefusedSignature('failed', `Sigstore verification failed: ${readableText(message)}`);
  }
}

function readTrustedRoot(location: string): StrictJson {
  const json = parseStrictJson(readFileSync(location, 'utf8'), { depth: 32, values: 100_000 });
  const inner = isStrictObject(json) ? json['trustedRoot'] : undefined;
  return inner ?? json;
}

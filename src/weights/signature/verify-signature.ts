import { readableText } from '../../core/inventory/readable-text.js';
import { type SignatureResult } from '../weights-report.js';
import { compareManifest, type ManifestComparison, type SignableFile } from './compare-manifest.js';
import { type ProvenSigner } from './proven-signer.js';
import { type ReadBundle, readSignatureBundle } from './read-signature-bundle.js';
import { readSignedManifest } from './read-signed-manifest.js';
import { RefusedSignature } from './refused-signature.js';
import { verifyKeyless } from './verify-keyless.js';
import { verifyWithCertificate } from './verify-with-certificate.js';
import { verifyWithKey } from './verify-with-key.js';

export interface SignatureExpectation {
  readonly identity?: string;
  readonly issuer?: string;
  /** PEM file with the public key. */
  readonly key?: string;
  /** PEM files with trusted roots. */
  readonly ca?: readonly string[];
  readonly trustedRoot?: string;
  readonly asOf: Date;
}

const listed = 10;

/** Checks an OpenSSF Model Signing bundle: who signed, that the manifest is whole, and that the files are the signed ones, no more and no fewer. */
export function verifySignature(location: string, bundlePath: string | undefined, files: readonly SignableFile[], expected: SignatureExpectation): SignatureResult {
  const bundle = bundlePath ?? location;
  let identity: string | null = null;
  try {
    const read = readSignatureBundle(location);
    const manifest = readSignedManifest(read.bundle);
    const signer = proveSigner(read, expected);
    identity = signer.identity;
    return judge(compareManifest(manifest, files, bundlePath), signer, bundle);
  } catch (error) {
    if (!(error instanceof RefusedSignature)) throw error;
    return { state: error.state, identity: identity ?? error.identity, reason: error.message, bundle, covered: [], contradicted: [], uncovered: [] };
  }
}

function proveSigner({ bundle, json }: ReadBundle, expected: SignatureExpectation): ProvenSigner {
  const { certificate, x509CertificateChain, publicKey } = bundle.verificationMaterial;
  const chain = x509CertificateChain !== undefined && (expected.ca !== undefined || (bundle.verificationMaterial.tlogEntries ?? []).length === 0);
  if (expected.key !== undefined || (publicKey !== undefined && expected.ca === undefined)) return verifyWithKey(bundle, expected.key);
  if (expected.ca !== undefined || chain) return verifyWithCertificate(bundle, { ca: expected.ca ?? [], asOf: expected.asOf, ...(expected.identity === undefined ? {} : { identity: expected.identity }) });
  if (certificate !== undefined || x509CertificateChain !== undefined) return verifyKeyless(json, expected);
  throw new RefusedSignature('failed', 'the bundle carries neither a certificate nor a key');
}

function judge(comparison: ManifestComparison, signer: ProvenSigner, bundle: string): SignatureResult {
  const { matching, changed, missing, added, outside, links } = comparison;
  const faults = [
    ...fault('changed since signing', changed),
    ...fault('missing', missing),
    ...fault('not in the signed manifest', added),
    ...fault('a link, which the signer does not allow', links),
  ];
  const common = { identity: signer.identity, method: signer.method, bundle, uncovered: outside, ...(signer.issuer === undefined ? {} : { issuer: signer.issuer }) };
  if (faults.length === 0) {
    const beside = outside.length === 0 ? '' : `; it does not cover ${names(outside)}`;
    return { state: 'verified', reason: `signed by ${readableText(signer.identity)}; the bytes of ${matching.length} ${matching.length === 1 ? 'file' : 'files'} are the signed ones${beside}`, covered: matching, contradicted: [], ...common };
  }
  const none = matching.length === 0 && missing.length > 0 ? 'the bundle does not cover the files beside it: ' : '';
  return { state: 'failed', reason: `${none}${faults.join('; ')}`, covered: matching, contradicted: [...new Set([...changed, ...missing, ...added, ...links])], ...common };
}

function fault(what: string, paths: readonly string[]): string[] {
  return paths.length === 0 ? [] : [`${what}: ${names(paths)}`];
}

function names(paths: readonly string[]): string {
  const shown = paths.slice(0, listed).map((path) => readableText(path)).join(', ');
  return paths.length <= listed ? shown : `${shown} and ${paths.length - listed} more`;
}

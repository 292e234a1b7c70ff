import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readableText } from '../../core/inventory/readable-text.js';
import { buildCertificatePath } from '../../signing/build-certificate-path.js';
import { checkCertificatePath } from './check-certificate-path.js';
import { type ProvenSigner } from './proven-signer.js';
import { RefusedSignature } from './refused-signature.js';
import { type SignatureBundle } from './signature-bundle.js';
import { verifyEnvelope } from './verify-envelope.js';

export interface CertificateExpectation {
  /** PEM files with the roots that are trusted. */
  readonly ca: readonly string[];
  /** Common name, e-mail address or URI that the signing certificate must have. */
  readonly identity?: string;
  /** Instant at which the certificates must be valid: such a bundle carries no trusted time of signing. */
  readonly asOf: Date;
}

/** Checks a bundle with a certificate chain against trusted roots. @throws RefusedSignature */
export function verifyWithCertificate(bundle: SignatureBundle, expected: CertificateExpectation): ProvenSigner {
  const { x509CertificateChain, certificate, tlogEntries = [] } = bundle.verificationMaterial;
  const chain = x509CertificateChain?.certificates ?? (certificate !== undefined && tlogEntries.length === 0 ? [certificate] : undefined);
  if (chain === undefined) throw new RefusedSignature('failed', 'the bundle is not signed with a certificate of your own authority, so --ca does not apply; give --key, or --identity and --issuer');
  if (expected.ca.length === 0) throw new RefusedSignature('unsupported', 'the bundle is signed with a certificate; give the root you trust with --ca');
  const certificates = chain.map(({ rawBytes }) => readCertificate(Buffer.from(rawBytes, 'base64')));
  const [leaf, ...others] = certificates;
  if (leaf === undefined) throw new RefusedSignature('failed', 'the bundle has no certificate');
  const path = buildCertificatePath(leaf, others, expected.ca.flatMap(readRoots));
  if (path === undefined) throw new RefusedSignature('failed', `the certificate of ${readableText(leaf.subject)} does not lead to a root given with --ca`);
  checkCertificatePath(path, expected.asOf);
  verifyEnvelope(bundle, leaf.publicKey);
  const names = namesOf(leaf);
  const identity = names[0] ?? leaf.subject;
  if (expected.identity !== undefined && !names.includes(expected.identity)) throw new RefusedSignature('failed', `signed by ${readableText(identity)}, not by ${expected.identity}`, identity);
  return { method: 'certificate', identity: expected.identity ?? identity };
}

function readCertificate(bytes: Buffer): X509Certificate {
  try {
    return new X509Certificate(bytes);
  } catch {
    throw new RefusedSignature('failed', 'a certificate of the bundle cannot be read');
  }
}

function readRoots(location: string): X509Certificate[] {
  const blocks = readFileSync(location, 'utf8').match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  if (blocks === null) throw new Error(`${location}: no certificate in PEM; give a file with -----BEGIN CERTIFICATE-----`);
  return blocks.map((block) => new X509Certificate(block));
}

/** Alternative names first (e-mail, URI, DNS), then common names. */
function namesOf(certificate: X509Certificate): string[] {
  const alternative = [...(certificate.subjectAltName ?? '').matchAll(/(?:email|URI|DNS):("(?:[^"\\]|\\.)*"|[^,]+)/g)].map((found) => found[1] ?? '');
  const common = [...certificate.subject.matchAll(/^CN=(.+)$/gm)].map((found) => found[1] ?? '');
  return [...alternative.map((name) => (name.startsWith('"') ? (JSON.parse(name) as string) : name)), ...common];
}

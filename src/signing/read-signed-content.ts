import { createHash, X509Certificate } from 'node:crypto';
import { fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { Certificate, ContentInfo, SignedData, type SignerInfo } from 'pkijs';
import { objectIdentifiers } from './object-identifiers.js';
import { readTimeStamp, type TimeStamp } from './read-time-stamp.js';
import { trustedDigests } from './trusted-digests.js';

export interface SignedContent {
  readonly certificate: X509Certificate;
  readonly certificates: readonly X509Certificate[];
  /** What a time-stamp says, why it is none, or nothing where there is none. */
  readonly stamp: TimeStamp | { readonly fault: string } | undefined;
}

const { data, signedData, contentType, messageDigest, signingCertificateV2, timeStampToken } = objectIdentifiers;

/** Checks a detached signature, with the zeros that fill its place, over what it signs. `fault` says why it does not hold. */
export async function readSignedContent(signature: Uint8Array, content: Uint8Array): Promise<SignedContent | { readonly fault: string }> {
  try {
    return await verified(signature, content);
  } catch {
    return { fault: 'the signature cannot be read' };
  }
}

async function verified(signature: Uint8Array, content: Uint8Array): Promise<SignedContent | { readonly fault: string }> {
  const { offset, result } = fromBER(signature);
  if (offset <= 0 || signature.subarray(offset).some((byte) => byte !== 0)) return { fault: 'the signature cannot be read' };
  const info = new ContentInfo({ schema: result });
  if (info.contentType !== signedData) return { fault: 'the signature is of another kind than CMS' };
  const signed = new SignedData({ schema: info.content });
  const [signer, another] = signed.signerInfos;
  if (signer === undefined || another !== undefined) return { fault: `the signature has ${signed.signerInfos.length} signers; it must have one` };
  const missing = missingAttribute(signer);
  if (missing !== undefined) return { fault: missing };
  if (!trustedDigests.has(signer.digestAlgorithm.algorithmId)) return { fault: 'the signature is made with a digest that is no longer trusted' };
  const answer = await signed.verify({ signer: 0, data: new Uint8Array(content).buffer, checkChain: false, extendedMode: true }).catch((error: unknown) => error as { readonly signatureVerified?: boolean | null; readonly signerCertificate?: Certificate | null });
  if (answer.signatureVerified !== true || !(answer.signerCertificate instanceof Certificate)) return { fault: 'the file was changed after it was signed, or the signature is not of this certificate' };
  const certificate = asX509(answer.signerCertificate);
  if (!namesCertificate(signer, certificate)) return { fault: 'the signature was made for another certificate than the one it comes with' };
  const token = attribute(signer.unsignedAttrs?.attributes, timeStampToken);
  const stamp = token === undefined ? undefined : await readTimeStamp(new ContentInfo({ schema: token as never }), signer.signature.valueBlock.valueHexView);
  return { certificate, certificates: (signed.certificates ?? []).flatMap((item) => (item instanceof Certificate ? [asX509(item)] : [])), stamp };
}

type Attributes = NonNullable<SignerInfo['signedAttrs']>['attributes'];

function attribute(attributes: Attributes | undefined, type: string): unknown {
  const found = (attributes ?? []).filter((one) => one.type === type);
  return found.length === 1 && found[0]?.values.length === 1 ? (found[0].values[0] as unknown) : undefined;
}

function missingAttribute({ signedAttrs }: SignerInfo): string | undefined {
  const kind = attribute(signedAttrs?.attributes, contentType) as { getValue?(): unknown } | undefined;
  if (kind?.getValue?.() !== data) return 'the signature does not say that it signs data';
  if (attribute(signedAttrs?.attributes, messageDigest) === undefined) return 'the signature signs no digest of the file';
  return attribute(signedAttrs?.attributes, signingCertificateV2) === undefined ? 'the signature does not name its certificate (ESS signing certificate)' : undefined;
}

/** ESSCertIDv2 (RFC 5035, 4): an algorithm, where it is not SHA-256, and the digest of the certificate. */
function namesCertificate({ signedAttrs }: SignerInfo, certificate: X509Certificate): boolean {
  const id = [0, 0].reduce<unknown>((at, place) => (at instanceof Sequence ? at.valueBlock.value[place] : undefined), attribute(signedAttrs?.attributes, signingCertificateV2));
  const parts = id instanceof Sequence ? id.valueBlock.value : [];
  const algorithm = parts[0] instanceof Sequence ? parts[0].valueBlock.value[0] : undefined;
  const hash = algorithm === undefined ? 'sha256' : algorithm instanceof ObjectIdentifier ? trustedDigests.get(algorithm.getValue()) : undefined;
  const digest = parts.find((part) => part instanceof OctetString);
  return hash !== undefined && digest !== undefined && Buffer.from(digest.valueBlock.valueHexView).equals(createHash(hash).update(certificate.raw).digest());
}

function asX509(certificate: Certificate): X509Certificate {
  return new X509Certificate(Buffer.from(certificate.toSchema().toBER()));
}

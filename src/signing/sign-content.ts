import { type X509Certificate, createHash } from 'node:crypto';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { Attribute, Certificate, ContentInfo, EncapsulatedContentInfo, IssuerAndSerialNumber, SignedAndUnsignedAttributes, SignedData, SignerInfo } from 'pkijs';
import { objectIdentifiers } from './object-identifiers.js';
import { signatureAlgorithm } from './signature-algorithm.js';
import { type Signer } from './signer.js';
import { type Stamp } from './stamp.js';
import { stampSignature } from './stamp-signature.js';

const { data, signedData, contentType, messageDigest, signingCertificateV2, timeStampToken } = objectIdentifiers;

/**
 * A detached CMS signature over `content` as a PAdES baseline signature holds it (ETSI EN 319 142-1, B-B; with a stamp B-T):
 * no signing time, but the digest of the certificate among what is signed.
 * @throws SigningError where the key or the time-stamp will not do
 */
export async function signContent(content: Uint8Array, signer: Signer, stamp?: Stamp): Promise<Uint8Array> {
  const { hash, key: algorithm } = signatureAlgorithm(signer.certificate.publicKey);
  const certificate = parsed(signer.certificate);
  const digest = createHash(hash.replace('-', '').toLowerCase()).update(content).digest();
  const signerInfo = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: signedAttributes(digest, signer.certificate) }),
  });
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: data }),
    signerInfos: [signerInfo],
    certificates: [signer.certificate, ...signer.chain].map(parsed),
  });
  const key = await globalThis.crypto.subtle.importKey('pkcs8', signer.key.export({ format: 'der', type: 'pkcs8' }), algorithm, false, ['sign']);
  await signed.sign(key, 0, hash, new Uint8Array(content));
  if (stamp !== undefined) {
    const token = await stampSignature(signerInfo.signature.valueBlock.valueHexView, stamp);
    signerInfo.unsignedAttrs = new SignedAndUnsignedAttributes({ type: 1, attributes: [new Attribute({ type: timeStampToken, values: [token.toSchema()] })] });
  }
  return new Uint8Array(new ContentInfo({ contentType: signedData, content: signed.toSchema(true) }).toSchema().toBER());
}

/** Ordered by their DER, as a set must be. */
function signedAttributes(digest: Buffer, certificate: X509Certificate): Attribute[] {
  const certificateDigest = createHash('sha256').update(certificate.raw).digest();
  // ESSCertIDv2 leaves its algorithm out where it is SHA-256 (RFC 5035, 4).
  const certificateId = new Sequence({ value: [new OctetString({ valueHex: certificateDigest })] });
  const attributes = [
    new Attribute({ type: contentType, values: [new ObjectIdentifier({ value: data })] }),
    new Attribute({ type: messageDigest, values: [new OctetString({ valueHex: digest })] }),
    new Attribute({ type: signingCertificateV2, values: [new Sequence({ value: [new Sequence({ value: [certificateId] })] })] }),
  ];
  const encoded = (attribute: Attribute): Buffer => Buffer.from(attribute.toSchema().toBER());
  return attributes.sort((a, b) => Buffer.compare(encoded(a), encoded(b)));
}

function parsed(certificate: X509Certificate): Certificate {
  return Certificate.fromBER(new Uint8Array(certificate.raw));
}

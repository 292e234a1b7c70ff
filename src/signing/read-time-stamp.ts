import { createHash, X509Certificate } from 'node:crypto';
import { fromBER, OctetString } from 'asn1js';
import { Certificate, type ContentInfo, SignedData, TSTInfo } from 'pkijs';
import { objectIdentifiers } from './object-identifiers.js';
import { trustedDigests } from './trusted-digests.js';

export interface TimeStamp {
  readonly at: Date;
  readonly authority: X509Certificate;
  /** Every certificate of the token. */
  readonly certificates: readonly X509Certificate[];
}

/** When a token (RFC 3161) says that `stamped` existed, and who says it; whether that authority is trusted is another question. `fault` says why it is none. */
export async function readTimeStamp(token: ContentInfo, stamped: Uint8Array): Promise<TimeStamp | { readonly fault: string }> {
  try {
    const signed = new SignedData({ schema: token.content });
    if (signed.encapContentInfo.eContentType !== objectIdentifiers.timeStampInfo) return { fault: 'it holds no time-stamp' };
    const info = infoOf(signed);
    const hash = trustedDigests.get(info.messageImprint.hashAlgorithm.algorithmId);
    if (hash === undefined) return { fault: 'it is made with a digest that is no longer trusted' };
    const imprint = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView);
    if (!imprint.equals(createHash(hash).update(stamped).digest())) return { fault: 'it is a time-stamp of something else' };
    const verified = await signed.verify({ signer: 0, data: new Uint8Array(stamped).buffer, checkChain: false, extendedMode: true });
    if (verified.signatureVerified !== true || !(verified.signerCertificate instanceof Certificate)) return { fault: 'its signature does not hold' };
    return { at: info.genTime, authority: asX509(verified.signerCertificate), certificates: (signed.certificates ?? []).flatMap((item) => (item instanceof Certificate ? [asX509(item)] : [])) };
  } catch {
    return { fault: 'it cannot be read' };
  }
}

function infoOf({ encapContentInfo }: SignedData): TSTInfo {
  const content = encapContentInfo.eContent;
  const bytes = content instanceof OctetString ? content.getValue() : new ArrayBuffer(0);
  return new TSTInfo({ schema: fromBER(bytes).result });
}

function asX509(certificate: Certificate): X509Certificate {
  return new X509Certificate(Buffer.from(certificate.toSchema().toBER()));
}

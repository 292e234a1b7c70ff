import { createHash } from 'node:crypto';
import { OctetString } from 'asn1js';
import { AlgorithmIdentifier, type ContentInfo, MessageImprint, PKIStatus, TimeStampReq, TimeStampResp } from 'pkijs';
import { objectIdentifiers } from './object-identifiers.js';
import { readTimeStamp } from './read-time-stamp.js';
import { type Stamp } from './stamp.js';
import { SigningError } from './signing-error.js';


/**
 * A time-stamp token over a signature, from an authority's answer that was checked. No nonce is sent: an older stamp of the very same signature would be as true.
 * @throws SigningError
 */
export async function stampSignature(signature: Uint8Array, stamp: Stamp): Promise<ContentInfo> {
  const digest = createHash('sha256').update(signature).digest();
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({ hashAlgorithm: new AlgorithmIdentifier({ algorithmId: objectIdentifiers.sha256 }), hashedMessage: new OctetString({ valueHex: digest }) }),
    certReq: true,
  });
  const answer = responseOf(await stamp(new Uint8Array(request.toSchema().toBER())));
  const { status, timeStampToken } = answer;
  if ((status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods) || timeStampToken === undefined) throw new SigningError(`the time-stamping authority refused (status ${status.status}${reasonOf(answer)}); ask it why, or sign without a time-stamp`);
  const read = await readTimeStamp(timeStampToken, signature);
  if ('fault' in read) throw new SigningError(`the time-stamping authority's answer will not do: ${read.fault}; use another authority`);
  return timeStampToken;
}

function responseOf(bytes: Uint8Array): TimeStampResp {
  try {
    return TimeStampResp.fromBER(bytes);
  } catch {
    throw new SigningError('the time-stamping authority answered something that is no time-stamp (RFC 3161); check its address');
  }
}

function reasonOf({ status }: TimeStampResp): string {
  const words = (status.statusStrings ?? []).map((text) => text.valueBlock.value).join(' ').slice(0, 200);
  return words === '' ? '' : `: ${words}`;
}

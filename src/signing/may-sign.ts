import { type X509Certificate } from 'node:crypto';
import { BitString } from 'asn1js';
import { Certificate } from 'pkijs';
import { objectIdentifiers } from './object-identifiers.js';

const digitalSignature = 0x80;
const nonRepudiation = 0x40;

/** Whether a certificate's key may sign documents: it says so, or says nothing of what it may do (RFC 5280, 4.2.1.3). @throws Error where it cannot be read */
export function maySign(certificate: X509Certificate): boolean {
  const usage = Certificate.fromBER(new Uint8Array(certificate.raw)).extensions?.find(({ extnID }) => extnID === objectIdentifiers.keyUsage);
  if (usage === undefined) return true;
  const bits: unknown = usage.parsedValue;
  return bits instanceof BitString && ((bits.valueBlock.valueHexView[0] ?? 0) & (digitalSignature | nonRepudiation)) !== 0;
}

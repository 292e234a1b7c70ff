import { X509Certificate } from 'node:crypto';
import { SigningError } from './signing-error.js';

const mostCertificates = 200;

/** The certificates of a file in PEM, or the one of a file in DER. `name` is what the file is called. @throws SigningError */
export function readCertificates(bytes: Uint8Array, name: string): readonly X509Certificate[] {
  const blocks = new TextDecoder('latin1').decode(bytes).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length > mostCertificates) throw new SigningError(`${name}: holds more than ${mostCertificates} certificates; give only those that are needed`);
  try {
    return blocks.length > 0 ? blocks.map((block) => new X509Certificate(block)) : [new X509Certificate(bytes)];
  } catch {
    throw new SigningError(`${name}: holds no certificate that can be read; give one in PEM, with -----BEGIN CERTIFICATE-----, or in DER`);
  }
}

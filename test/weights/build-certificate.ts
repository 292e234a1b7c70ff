import { type KeyObject, sign } from 'node:crypto';

export interface CertificateSpec {
  readonly subject: string;
  readonly issuer: string;
  readonly key: KeyObject;
  readonly issuerKey: KeyObject;
  readonly from: string;
  readonly to: string;
  readonly authority?: boolean;
  /** Of an authority: whether it says so in its basic constraints. */
  readonly constraints?: boolean;
  /** A time that is none. */
  readonly brokenTime?: boolean;
  readonly codeSigning?: boolean;
  readonly email?: string;
}

function der(tag: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...content: readonly Buffer[]): Buffer => der(0x30, ...content);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const name = (common: string): Buffer => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(common)))));
const time = (instant: string): Buffer => der(0x18, Buffer.from(`${instant.replaceAll(/[-:T]/g, '')}`));
const extension = (hex: string, critical: boolean, value: Buffer): Buffer => sequence(oid(hex), ...(critical ? [der(0x01, Buffer.from([0xff]))] : []), der(0x04, value));
const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));

/** A certificate in DER, signed with an EC key, for tests of chains that no authority would issue. */
export function buildCertificate({ subject, issuer, key, issuerKey, from, to, authority = false, constraints = true, brokenTime = false, codeSigning = true, email }: CertificateSpec): Buffer {
  const extensions = sequence(
    ...(authority ? [...(constraints ? [extension('551d13', true, sequence(der(0x01, Buffer.from([0xff]))))] : []), extension('551d0f', true, der(0x03, Buffer.from([2, 0x04])))] : [extension('551d0f', true, der(0x03, Buffer.from([7, 0x80])))]),
    ...(!authority && codeSigning ? [extension('551d25', false, sequence(oid('2b06010505070303')))] : []),
    ...(email === undefined ? [] : [extension('551d11', false, sequence(der(0x81, Buffer.from(email))))]),
  );
  const serial = der(0x02, Buffer.from([1, subject.length, issuer.length]));
  const body = sequence(der(0xa0, der(0x02, Buffer.from([2]))), serial, ecdsaWithSha256, name(issuer), sequence(time(from), brokenTime ? der(0x18, Buffer.from('soon')) : time(to)), name(subject), key.export({ type: 'spki', format: 'der' }), der(0xa3, extensions));
  return sequence(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), sign('sha256', body, issuerKey)));
}

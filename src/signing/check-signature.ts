import { type X509Certificate } from 'node:crypto';
import { readableText } from '../core/inventory/readable-text.js';
import { judgeCertificate } from './judge-certificate.js';
import { objectIdentifiers } from './object-identifiers.js';
import { readSignedContent, type SignedContent } from './read-signed-content.js';
import { type FoundSignature } from './read-signed-report.js';
import { type ReportSigner, type VerificationCheck } from './report-verification.js';
import { signatureAlgorithm } from './signature-algorithm.js';
import { type SignatureTrust } from './signature-trust.js';

export interface CheckedSignature {
  readonly signer: ReportSigner | null;
  readonly certificate?: X509Certificate;
  readonly checks: readonly VerificationCheck[];
}

/** Checks the one signature of a report: that it covers all of the file, holds, and whose it is. */
export async function checkSignature(file: Uint8Array, found: readonly FoundSignature[], trust: SignatureTrust): Promise<CheckedSignature> {
  const [signature, another] = found;
  if (signature === undefined) return { signer: null, checks: [{ check: 'signature', state: 'untold', message: 'the report is not signed, so nothing in it shows who wrote it' }] };
  if (another !== undefined) return { signer: null, checks: [{ check: 'signature', state: 'wrong', message: `the report has ${found.length} signatures; a report is signed once` }] };
  const gap = coverage(file, signature);
  if (gap !== undefined) return { signer: null, checks: [{ check: 'coverage', state: 'wrong', message: gap }] };
  const [, from = 0, to = 0] = signature.byteRange;
  const content = await readSignedContent(signature.contents, new Uint8Array(Buffer.concat([file.subarray(0, from), file.subarray(to)])));
  if ('fault' in content) return { signer: null, checks: [{ check: 'signature', state: 'wrong', message: content.fault }] };
  const stamp = judgeStamp(content, trust);
  return {
    signer: signerOf(content, signature),
    certificate: content.certificate,
    checks: [
      { check: 'coverage', state: 'right', message: 'the signature covers every byte of the file but itself' },
      { check: 'signature', state: 'right', message: 'the file is as it was when it was signed' },
      ...(stamp === undefined ? [] : [stamp.check]),
      judgeSigner(content, signature, trust, stamp?.at),
    ],
  };
}

/** Why a signature leaves something of the file out; nothing where it covers all. */
function coverage(file: Uint8Array, { byteRange, contents }: FoundSignature): string | undefined {
  const [start, from, to, rest] = byteRange;
  if (byteRange.length !== 4 || !byteRange.every((number) => Number.isSafeInteger(number) && number >= 0) || start !== 0 || from === undefined || to === undefined || rest === undefined || from >= to) return 'the signature does not say what it covers';
  if (to + rest < file.length) return `the file goes on for ${file.length - to - rest} bytes after what was signed`;
  if (to + rest > file.length) return 'the file ends before what was signed';
  const gap = Buffer.from(file.subarray(from, to)).toString('latin1');
  const holdsSignature = /^<[0-9a-fA-F]*>$/.test(gap) && Buffer.from(gap.slice(1, -1), 'hex').equals(Buffer.from(contents));
  return holdsSignature ? undefined : 'the signature leaves out more of the file than itself';
}

interface JudgedStamp {
  readonly check: VerificationCheck;
  /** When it was signed at the latest, where a trusted authority says so. */
  readonly at?: Date;
}

function judgeStamp({ stamp }: SignedContent, { roots, stampRoots }: SignatureTrust): JudgedStamp | undefined {
  if (stamp === undefined) return undefined;
  if ('fault' in stamp) return { check: { check: 'time-stamp', state: 'wrong', message: `the time-stamp does not hold: ${stamp.fault}` } };
  const { state, why } = judgeCertificate({ certificate: stamp.authority, others: stamp.certificates, roots: stampRoots.length > 0 ? stampRoots : roots, at: stamp.at, usage: objectIdentifiers.timeStamping });
  const said = `signed before ${stamp.at.toISOString()}, says the time-stamp; ${why}`;
  return { check: { check: 'time-stamp', state: state === 'wrong' ? 'untold' : state, message: said }, ...(state === 'right' ? { at: stamp.at } : {}) };
}

function judgeSigner({ certificate, certificates }: SignedContent, { at }: FoundSignature, { roots, asOf }: SignatureTrust, stampedAt: Date | undefined): VerificationCheck {
  if (at !== undefined && stampedAt !== undefined && at > stampedAt) return { check: 'certificate', state: 'wrong', message: `the signer says they signed on ${at.toISOString()}, after the time-stamp of ${stampedAt.toISOString()}` };
  const { state, why } = judgeCertificate({ certificate, others: certificates, roots, at: stampedAt ?? asOf });
  const expired = stampedAt === undefined && state === 'wrong' && asOf > new Date(certificate.validTo);
  const when = stampedAt === undefined ? '; when it signed is its own word' : '';
  return { check: 'certificate', state: expired ? 'untold' : state, message: `${why}${when}; whether it was revoked was not asked` };
}

function signerOf({ certificate, stamp }: SignedContent, { at }: FoundSignature): ReportSigner {
  const oneLine = (name: string): string => readableText(name.replaceAll('\n', ', '), 300);
  const stamped = stamp === undefined || 'fault' in stamp ? undefined : stamp;
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    serialNumber: certificate.serialNumber,
    fingerprint: `sha256:${certificate.fingerprint256.replaceAll(':', '').toLowerCase()}`,
    validFrom: new Date(certificate.validFrom).toISOString(),
    validTo: new Date(certificate.validTo).toISOString(),
    algorithm: algorithmOf(certificate),
    claimedAt: at?.toISOString() ?? null,
    stampedAt: stamped?.at.toISOString() ?? null,
    stampedBy: stamped === undefined ? null : oneLine(stamped.authority.subject),
  };
}

function algorithmOf({ publicKey }: X509Certificate): string {
  try {
    return signatureAlgorithm(publicKey).title;
  } catch {
    return publicKey.asymmetricKeyType ?? 'unknown';
  }
}

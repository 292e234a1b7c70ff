import { type X509Certificate } from 'node:crypto';
import { X509Certificate as ParsedCertificate } from '@sigstore/core';
import { readableText } from '../../core/inventory/readable-text.js';
import { mayIssue } from '../../signing/may-issue.js';
import { RefusedSignature } from './refused-signature.js';

const codeSigning = '1.3.6.1.5.5.7.3.3';

/**
 * Whether each certificate may do what it does in the path, and was valid both when the signing certificate was issued and at `asOf`.
 * @throws RefusedSignature
 */
export function checkCertificatePath(path: readonly X509Certificate[], asOf: Date): void {
  const [leaf] = path;
  if (Number.isNaN(asOf.getTime())) throw new RangeError('the instant to judge at is no date');
  if (leaf === undefined) throw new RefusedSignature('failed', 'the bundle has no certificate');
  const issued = new Date(leaf.validFrom);
  for (const [index, certificate] of path.entries()) {
    const name = readableText(certificate.subject);
    const [from, to] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
    if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) throw new RefusedSignature('failed', `the certificate ${name} says no time that can be read`);
    if (issued < from || issued > to) throw new RefusedSignature('failed', `the chain had expired as of signing: ${name} was valid from ${day(from)} to ${day(to)}, the signing certificate from ${day(issued)}`);
    if (asOf < from || asOf > to) throw new RefusedSignature('failed', `the certificate ${name} is valid from ${day(from)} to ${day(to)}, not on ${day(asOf)}, and the bundle carries no trusted time of signing`);
    if (index > 0) checkAuthority(certificate, index - 1);
  }
  const { extKeyUsage } = readable(leaf, () => ParsedCertificate.parse(leaf.raw));
  if (extKeyUsage?.digitalSignature !== true) throw new RefusedSignature('failed', 'the signing certificate is not meant for signatures (key usage)');
  if (!(leaf.keyUsage ?? []).includes(codeSigning)) throw new RefusedSignature('failed', 'the signing certificate is not meant for signing code (extended key usage)');
}

function checkAuthority(certificate: X509Certificate, authoritiesBelow: number): void {
  if (!readable(certificate, () => mayIssue(certificate, authoritiesBelow))) throw new RefusedSignature('failed', `the certificate ${readableText(certificate.subject)} may not issue the one below it`);
}

function readable<Answer>(certificate: X509Certificate, read: () => Answer): Answer {
  try {
    return read();
  } catch {
    throw new RefusedSignature('failed', `the certificate ${readableText(certificate.subject)} cannot be read`);
  }
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

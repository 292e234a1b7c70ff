import { type X509Certificate } from 'node:crypto';
import { readableText } from '../core/inventory/readable-text.js';
import { buildCertificatePath } from './build-certificate-path.js';
import { mayIssue } from './may-issue.js';
import { maySign } from './may-sign.js';

export interface CertificateQuestion {
  readonly certificate: X509Certificate;
  /** Certificates that came with it. */
  readonly others: readonly X509Certificate[];
  readonly roots: readonly X509Certificate[];
  /** When it must have been valid. */
  readonly at: Date;
  /** Extended key usage it must have, as an object identifier. */
  readonly usage?: string;
}

export type CertificateJudgement = { readonly state: 'right' | 'wrong' | 'untold'; readonly why: string };

/** Whether a certificate leads to a trusted root, each step allowed and valid at the instant (RFC 5280, 6). Whether it was revoked is not asked. */
export function judgeCertificate({ certificate, others, roots, at, usage }: CertificateQuestion): CertificateJudgement {
  const name = readableText(certificate.subject.replaceAll('\n', ', '));
  if (roots.length === 0) return { state: 'untold', why: `no root was given that could vouch for ${name}` };
  if (usage !== undefined && !(certificate.keyUsage ?? []).includes(usage)) return { state: 'wrong', why: `the certificate of ${name} is not meant for this (extended key usage)` };
  if (!readable(() => maySign(certificate))) return { state: 'wrong', why: `the certificate of ${name} is not meant for signatures (key usage)` };
  const path = buildCertificatePath(certificate, others, roots);
  if (path === undefined) return { state: 'wrong', why: `the certificate of ${name} does not lead to a root that was given` };
  for (const [index, step] of path.entries()) {
    const stepName = readableText(step.subject.replaceAll('\n', ', '));
    const [from, to] = [new Date(step.validFrom), new Date(step.validTo)];
    if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) return { state: 'wrong', why: `the certificate of ${stepName} says no time that can be read` };
    if (at < from || at > to) return { state: 'wrong', why: `the certificate of ${stepName} is valid from ${day(from)} to ${day(to)}, not on ${day(at)}` };
    if (index > 0 && !readable(() => mayIssue(step, index - 1))) return { state: 'wrong', why: `the certificate of ${stepName} may not issue the one below it` };
  }
  return { state: 'right', why: path.length === 1 ? `the certificate of ${name} is itself trusted` : `the certificate of ${name} leads to ${readableText((path.at(-1) ?? certificate).subject.replaceAll('\n', ', '))}` };
}

/** What a certificate that cannot be read says of itself, it does not say. */
function readable(says: () => boolean): boolean {
  try {
    return says();
  } catch {
    return false;
  }
}

const day = (date: Date): string => date.toISOString().slice(0, 10);

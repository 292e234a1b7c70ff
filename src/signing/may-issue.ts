import { type X509Certificate } from 'node:crypto';
import { X509Certificate as ParsedCertificate } from '@sigstore/core';

/** Whether a certificate may stand above another in a path, with `authoritiesBelow` further authorities between it and the end (RFC 5280, 4.2.1.9 and 4.2.1.3). @throws Error where it cannot be read */
export function mayIssue(certificate: X509Certificate, authoritiesBelow: number): boolean {
  const { extBasicConstraints, extKeyUsage } = ParsedCertificate.parse(certificate.raw);
  const allowed = extBasicConstraints?.pathLenConstraint;
  return extBasicConstraints?.isCA === true && (extKeyUsage === undefined || extKeyUsage.keyCertSign) && (allowed === undefined || Number(allowed) >= authoritiesBelow);
}

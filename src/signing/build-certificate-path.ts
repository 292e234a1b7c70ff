import { type X509Certificate } from 'node:crypto';

const longestPath = 10;

/** The chain from `leaf` over `others` to one of `roots`, each signed by the next; nothing where there is none. */
export function buildCertificatePath(leaf: X509Certificate, others: readonly X509Certificate[], roots: readonly X509Certificate[]): X509Certificate[] | undefined {
  const isRoot = (certificate: X509Certificate): boolean => roots.some((root) => root.raw.equals(certificate.raw));

  function extend(path: readonly X509Certificate[]): X509Certificate[] | undefined {
    const last = path.at(-1);
    if (last === undefined || path.length > longestPath) return undefined;
    if (isRoot(last)) return [...path];
    for (const candidate of [...roots, ...others]) {
      if (path.some((used) => used.raw.equals(candidate.raw)) || !isIssuedBy(last, candidate)) continue;
      const whole = extend([...path, candidate]);
      if (whole !== undefined) return whole;
    }
    return undefined;
  }

  return extend([leaf]);
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.issuer === issuer.subject && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

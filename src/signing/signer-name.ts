import { type X509Certificate } from 'node:crypto';

/** The common name of a certificate, or its whole subject in one line. */
export function signerName({ subject }: X509Certificate): string {
  return /^CN=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ');
}

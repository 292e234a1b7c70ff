import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ConfigurationError } from './configuration-error.js';

/** Certificates of a file in PEM. @param named how the settings name it. @throws ConfigurationError */
export async function certificatesIn(path: string, named: string): Promise<string> {
  const pem = await readFile(path, 'utf8').catch(() => undefined);
  if (pem === undefined) throw new ConfigurationError([`names the certificates '${named}', which cannot be read; write the path of a file in PEM`]);
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0 || !blocks.every(isCertificate)) throw new ConfigurationError([`names the certificates '${named}', which are not in PEM; write certificates between BEGIN and END CERTIFICATE`]);
  return blocks.join('\n');
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
}

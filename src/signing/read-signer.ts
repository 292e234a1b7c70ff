import { createPrivateKey, type KeyObject, type X509Certificate } from 'node:crypto';
import { type NamedBytes } from './named-bytes.js';
import { readCertificates } from './read-certificates.js';
import { readKeyStore } from './read-key-store.js';
import { signatureAlgorithm } from './signature-algorithm.js';
import { type Signer } from './signer.js';
import { SigningError } from './signing-error.js';

export interface SignerFiles {
  /** Private key in PEM, or key and certificates in PKCS#12. */
  readonly key: NamedBytes;
  /** The signer's certificate and those above it; absent where the key file is PKCS#12. */
  readonly certificates?: NamedBytes;
  readonly passphrase?: string;
}

/** Key and certificate from the files of an organisation. @throws SigningError */
export async function readSigner({ key: keyFile, certificates: certificateFile, passphrase }: SignerFiles): Promise<Signer> {
  const pem = new TextDecoder('latin1').decode(keyFile.bytes.subarray(0, 20_000)).includes('-----BEGIN');
  const store = pem ? { key: readKey(keyFile, passphrase), certificates: [] } : await readKeyStore(keyFile, passphrase ?? '');
  const certificates = [...store.certificates, ...(certificateFile === undefined ? [] : readCertificates(certificateFile.bytes, certificateFile.name))];
  const own = certificates.findIndex((certificate) => certificate.checkPrivateKey(store.key));
  const certificate = certificates[own];
  if (certificate === undefined) throw new SigningError(certificates.length === 0 ? `${keyFile.name}: a key alone signs nothing; give its certificate as well` : `${keyFile.name}: none of the ${certificates.length} certificates belongs to this key; give the one that was issued for it`);
  signatureAlgorithm(certificate.publicKey);
  return { key: store.key, certificate, chain: certificates.filter((other, index) => index !== own && isAuthority(other)) };
}

function isAuthority(certificate: X509Certificate): boolean {
  return certificate.ca;
}

function readKey({ name, bytes }: NamedBytes, passphrase: string | undefined): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(bytes), ...(passphrase === undefined ? {} : { passphrase }) });
  } catch (error) {
    const code = (error as { readonly code?: string }).code;
    const locked = code === 'ERR_MISSING_PASSPHRASE' || /passphrase|bad decrypt|interrupted or cancelled/i.test(String((error as Error).message));
    throw new SigningError(locked ? `${name}: the key is encrypted and the passphrase ${passphrase === undefined ? 'is missing' : 'does not open it'}; give it in DOMICILE_SIGN_PASSPHRASE` : `${name}: is no private key that can be read; give one in PEM (-----BEGIN PRIVATE KEY-----) or a PKCS#12 file`);
  }
}

import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { CertBag, Certificate, PFX, PKCS8ShroudedKeyBag, PrivateKeyInfo, type SafeBag } from 'pkijs';
import { type NamedBytes } from './named-bytes.js';
import { SigningError } from './signing-error.js';

export interface KeyStore {
  readonly key: KeyObject;
  readonly certificates: readonly X509Certificate[];
}

/** What a library keeps from its types: how a key in a bag is opened. */
interface ShroudedKey {
  parseInternalValues(options: { readonly password: ArrayBuffer }): Promise<void>;
}

/** Key and certificates of a PKCS#12 file (RFC 7292) that is protected by a passphrase. @throws SigningError */
export async function readKeyStore({ name, bytes }: NamedBytes, passphrase: string): Promise<KeyStore> {
  const password = new TextEncoder().encode(passphrase).buffer;
  const bags = await openBags(name, bytes, password);
  const keys: KeyObject[] = [];
  const certificates: X509Certificate[] = [];
  for (const { bagValue } of bags) {
    if (bagValue instanceof PKCS8ShroudedKeyBag) await (bagValue as unknown as ShroudedKey).parseInternalValues({ password });
    const held: unknown = bagValue instanceof PKCS8ShroudedKeyBag || bagValue instanceof CertBag ? (bagValue.parsedValue as unknown) : bagValue;
    if (held instanceof PrivateKeyInfo) keys.push(createPrivateKey({ key: Buffer.from(held.toSchema().toBER()), format: 'der', type: 'pkcs8' }));
    if (held instanceof Certificate) certificates.push(new X509Certificate(Buffer.from(held.toSchema(true).toBER())));
  }
  const [key] = keys;
  if (key === undefined || keys.length > 1) throw new SigningError(`${name}: holds ${keys.length} private keys; give a PKCS#12 file with one`);
  return { key, certificates };
}

async function openBags(name: string, bytes: Uint8Array, password: ArrayBuffer): Promise<readonly SafeBag[]> {
  let store: PFX;
  try {
    store = PFX.fromBER(bytes);
  } catch {
    throw new SigningError(`${name}: is neither a key in PEM nor a PKCS#12 file; write one with 'openssl pkcs12 -export -inkey key.pem -in cert.pem -out signer.p12'`);
  }
  try {
    await store.parseInternalValues({ password, checkIntegrity: true });
    const safe = store.parsedValue?.authenticatedSafe;
    if (safe === undefined) return [];
    await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) });
    return (safe.parsedValue as { readonly safeContents: readonly { readonly value: { readonly safeBags: readonly SafeBag[] } }[] }).safeContents.flatMap(({ value }) => value.safeBags);
  } catch {
    throw new SigningError(`${name}: the passphrase does not open it, or it is protected with an outdated cipher; give the passphrase in DOMICILE_SIGN_PASSPHRASE, or write it anew with 'openssl pkcs12 -export'`);
  }
}

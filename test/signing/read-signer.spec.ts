import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { CertificateAuthority } from './certificate-authority.js';
import { readSigner } from '../../src/signing/read-signer.js';

const authority = new CertificateAuthority('Root');
const office = authority.issue('Office');
const key = authority.read(office.key);
const certificates = authority.read(office.certificate);
const path = (name: string): string => authority.path(name);

describe('readSigner', () => {
  it('finds the certificate of a key among others', async () => {
    const all = Buffer.concat([authority.read(authority.root).bytes, certificates.bytes]);
    const signer = await readSigner({ key, certificates: { name: 'all.pem', bytes: all } });
    expect(signer.certificate.subject).toContain('CN=Office');
    expect(signer.chain.map(({ subject }) => subject)).toEqual(['CN=Root']);
  });

  it('opens an encrypted key and a PKCS#12 file with the passphrase, and says so where it is wrong', async () => {
    authority.openssl('pkcs8', '-topk8', '-in', office.key, '-out', path('locked.key'), '-passout', 'pass:geheim');
    authority.openssl('pkcs12', '-export', '-inkey', office.key, '-in', office.certificate, '-certfile', authority.root, '-out', path('office.p12'), '-passout', 'pass:geheim');
    const locked = authority.read(path('locked.key'));
    const store = authority.read(path('office.p12'));
    expect((await readSigner({ key: locked, certificates, passphrase: 'geheim' })).certificate.subject).toContain('CN=Office');
    const opened = await readSigner({ key: store, passphrase: 'geheim' });
    expect([opened.certificate.subject, opened.chain.length]).toEqual([expect.stringContaining('CN=Office'), 1]);
    await expect(readSigner({ key: locked, certificates })).rejects.toThrow(/passphrase is missing; give it in DOMICILE_SIGN_PASSPHRASE/);
    await expect(readSigner({ key: locked, certificates, passphrase: 'falsch' })).rejects.toThrow(/does not open it/);
    await expect(readSigner({ key: store, passphrase: 'falsch' })).rejects.toThrow(/office\.p12: the passphrase does not open it/);
    await expect(readSigner({ key: store })).rejects.toThrow(/office\.p12: the passphrase/);
  });

  it('refuses a key without its certificate', async () => {
    await expect(readSigner({ key })).rejects.toThrow(/a key alone signs nothing/);
    await expect(readSigner({ key, certificates: authority.read(authority.root) })).rejects.toThrow(/none of the 1 certificates belongs to this key/);
  });

  it('refuses keys that PDF readers do not check, or that are too short', async () => {
    const short = authority.issue('Short', { kind: 'rsa:1024' });
    await expect(readSigner({ key: authority.read(short.key), certificates: authority.read(short.certificate) })).rejects.toThrow(/RSA key of 1024 bits is too short/);
    const edwards = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
    writeFileSync(path('ed.key'), edwards);
    authority.openssl('req', '-x509', '-key', path('ed.key'), '-out', path('ed.pem'), '-subj', '/CN=Ed');
    await expect(readSigner({ key: authority.read(path('ed.key')), certificates: authority.read(path('ed.pem')) })).rejects.toThrow(/'ed25519' is not checked by PDF readers/);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('hello')],
    ['a certificate', certificates.bytes],
    ['broken PEM', Buffer.from('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n')],
  ])('refuses what is no key, in one sentence: %s', async (_, bytes) => {
    await expect(readSigner({ key: { name: 'k', bytes }, certificates })).rejects.toThrow(/^k: .+; .+/);
  });

  it('refuses what is no certificate', async () => {
    await expect(readSigner({ key, certificates: { name: 'c.pem', bytes: Buffer.from('x') } })).rejects.toThrow(/c\.pem: holds no certificate that can be read/);
  });
});

import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyWeights, type WeightsOptions } from '../../src/weights/verify-weights.js';
import { type WeightsReport } from '../../src/weights/weights-report.js';
import { buildBundle, type BundleSpec } from './build-bundle.js';
import { buildCertificate, type CertificateSpec } from './build-certificate.js';
import { writeFolder } from './write-folder.js';

const pair = (): { publicKey: KeyObject; privateKey: KeyObject } => generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const signer = pair();
const files = { 'a.bin': 'one', 'sub/b.bin': 'two' };
const asOf = new Date('2026-06-01T00:00:00Z');
const keyMaterial = { publicKey: { hint: '' } };

function signedFolder(changes: Partial<BundleSpec> = {}): string {
  return writeFolder({ ...files, 'model.sig': buildBundle({ files, key: signer.privateKey, material: keyMaterial, ...changes }) });
}

function pemFile(key: KeyObject): string {
  return join(writeFolder({ 'key.pem': key.export({ type: 'spki', format: 'pem' }) }), 'key.pem');
}

const verify = (folder: string, options: Partial<WeightsOptions> = {}): Promise<WeightsReport> => verifyWeights(folder, { asOf, ...options });
const withKey = (folder: string): Promise<WeightsReport> => verify(folder, { key: pemFile(signer.publicKey) });

describe('a signature by key', () => {
  it('verifies the files as they were signed', async () => {
    const report = await withKey(signedFolder());
    expect(report.signature).toMatchObject({ state: 'verified', method: 'key', covered: ['a.bin', 'sub/b.bin'] });
    expect(report.files.map(({ path, confidence }) => [path, confidence])).toEqual([['a.bin', 'verified'], ['model.sig', 'inferred'], ['sub/b.bin', 'verified']]);
    expect(report.conclusion).toBe('conforming');
  });

  it.each<readonly [string, RegExp, (folder: string) => void]>([
    ['one changed byte', /changed since signing: a\.bin/, (folder) => writeFileSync(join(folder, 'a.bin'), 'onf')],
    ['a missing file', /missing: sub\/b\.bin/, (folder) => unlinkSync(join(folder, 'sub/b.bin'))],
    ['an extra file', /not in the signed manifest: c\.bin/, (folder) => writeFileSync(join(folder, 'c.bin'), 'three')],
    ['a link in place of a file', /a link, which the signer does not allow: a\.bin/, (folder) => {
      unlinkSync(join(folder, 'a.bin'));
      writeFileSync(join(folder, '.gitignore'), 'one');
      symlinkSync(join(folder, '.gitignore'), join(folder, 'a.bin'));
    }],
    ['a link out of the folder', /missing: a\.bin/, (folder) => {
      unlinkSync(join(folder, 'a.bin'));
      symlinkSync('/etc/hostname', join(folder, 'a.bin'));
    }],
    ['a changed manifest', /signature does not fit/, (folder) => writeFileSync(join(folder, 'model.sig'), buildBundle({ files, key: pair().privateKey, material: keyMaterial }))],
    ['a damaged bundle', /the bundle is damaged/, (folder) => writeFileSync(join(folder, 'model.sig'), '{"mediaType":')],
    ['a bundle with a doubled key', /stands a second time/, (folder) => writeFileSync(join(folder, 'model.sig'), '{"mediaType":"a","mediaType":"b"}')],
  ])('refuses %s', async (_, reason, change) => {
    const folder = signedFolder();
    change(folder);
    const report = await withKey(folder);
    expect([report.signature.state, report.conclusion]).toEqual(['failed', 'non-conforming']);
    expect(report.signature.reason).toMatch(reason);
  });

  it.each<readonly [string, 'failed' | 'unsupported', RegExp, Partial<BundleSpec>]>([
    ['a path that leads out', 'failed', /\.\.\/a\.bin, a path that leads out/, { files: { '../a.bin': 'one' } }],
    ['an absolute path', 'failed', /\/etc\/passwd, a path/, { files: { '/etc/passwd': 'one' } }],
    ['a path with a backslash', 'failed', /a path/, { files: { 'a\\..\\b': 'one' } }],
    ['a root that is not that of the files', 'failed', /root digest/, { root: 'f'.repeat(64) }],
    ['an empty manifest', 'failed', /names no file/, { files: {} }],
    ['digests over parts of files', 'unsupported', /describes "shards"/, { method: 'shards' }],
    ['another digest', 'unsupported', /uses blake2b/, { digestName: 'blake2b' }],
  ])('refuses a manifest with %s', async (_, state, reason, changes) => {
    const { signature } = await withKey(signedFolder(changes));
    expect(signature.state).toBe(state);
    expect(signature.reason).toMatch(reason);
  });

  it('refuses a wrong key, and cannot tell without any', async () => {
    const other = await verify(signedFolder(), { key: pemFile(pair().publicKey) });
    expect([other.signature.state, other.conclusion]).toEqual(['failed', 'non-conforming']);
    const hinted = await verify(signedFolder({ material: { publicKey: { hint: 'a'.repeat(64) } } }), { key: pemFile(signer.publicKey) });
    expect(hinted.signature.reason).toMatch(/another key/);
    const none = await verify(signedFolder());
    expect([none.signature.state, none.conclusion]).toEqual(['unsupported', 'inconclusive']);
  });

  it('says which files the signer left out', async () => {
    const folder = signedFolder({ ignore: ['model.sig', 'notes'] });
    writeFileSync(join(folder, 'notes'), 'x');
    const { signature } = await withKey(folder);
    expect([signature.state, signature.uncovered]).toEqual(['verified', ['notes']]);
    expect(signature.reason).toMatch(/it does not cover notes/);
  });

  it('holds weights that nobody vouches for against the conclusion', async () => {
    const folder = signedFolder({ ignore: ['model.sig', 'extra.pkl'] });
    writeFileSync(join(folder, 'extra.pkl'), Buffer.from([0x80, 0x02, 0x7d, 0x2e]));
    expect((await withKey(folder)).conclusion).toBe('inconclusive');
  });

  it('is missed where one was asked for', async () => {
    const report = await verify(writeFolder(files), { key: pemFile(signer.publicKey) });
    expect([report.signature.state, report.conclusion]).toEqual(['absent', 'non-conforming']);
  });
});

describe('a signature by certificate', () => {
  const [root, middle, leaf] = [pair(), pair(), pair()];
  const times = { from: '2025-01-01T00:00:00Z', to: '2030-01-01T00:00:00Z' };
  interface Chain { readonly root?: Partial<CertificateSpec>; readonly middle?: Partial<CertificateSpec>; readonly leaf?: Partial<CertificateSpec> }

  function chainFolder(changes: Chain = {}): { folder: string; ca: readonly string[] } {
    const rootDer = buildCertificate({ subject: 'root', issuer: 'root', key: root.publicKey, issuerKey: root.privateKey, authority: true, ...times, ...changes.root });
    const middleDer = buildCertificate({ subject: 'middle', issuer: 'root', key: middle.publicKey, issuerKey: root.privateKey, authority: true, ...times, ...changes.middle });
    const leafDer = buildCertificate({ subject: 'release', issuer: 'middle', key: leaf.publicKey, issuerKey: middle.privateKey, email: 'release@example.org', ...times, ...changes.leaf });
    const material = { x509CertificateChain: { certificates: [leafDer, middleDer].map((der) => ({ rawBytes: der.toString('base64') })) } };
    const folder = writeFolder({ ...files, 'model.sig': buildBundle({ files, key: leaf.privateKey, material }) });
    const pem = `-----BEGIN CERTIFICATE-----\n${rootDer.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
    return { folder, ca: [join(writeFolder({ 'root.pem': pem }), 'root.pem')] };
  }

  it('verifies a chain to the root given', async () => {
    const { folder, ca } = chainFolder();
    const report = await verify(folder, { ca });
    expect(report.signature).toMatchObject({ state: 'verified', identity: 'release@example.org', method: 'certificate' });
    expect(report.conclusion).toBe('conforming');
    expect((await verify(folder, { ca, identity: 'release' })).signature.state).toBe('verified');
  });

  it.each<readonly [string, RegExp, Chain, Partial<WeightsOptions>]>([
    ['another signer', /signed by release@example\.org, not by eve@example\.org/, {}, { identity: 'eve@example.org' }],
    ['a chain that had expired as of signing', /had expired as of signing: CN=middle/, { middle: { to: '2025-02-01T00:00:00Z' }, leaf: { from: '2025-03-01T00:00:00Z' } }, {}],
    ['a certificate that expired since', /not on 2026-06-01/, { leaf: { to: '2026-01-01T00:00:00Z' } }, {}],
    ['an issuer that is no authority', /may not issue/, { middle: { constraints: false } }, {}],
    ['an issuer that signs no certificates', /does not lead to a root/, { middle: { authority: false } }, {}],
    ['a time that cannot be read', /says no time that can be read/, { middle: { brokenTime: true } }, {}],
    ['a certificate that does not sign code', /not meant for signing code/, { leaf: { codeSigning: false } }, {}],
    ['a certificate signed by somebody else', /does not lead to a root/, { leaf: { issuerKey: root.privateKey } }, {}],
  ])('refuses %s', async (_, reason, changes, options) => {
    const { folder, ca } = chainFolder(changes);
    const report = await verify(folder, { ca, ...options });
    expect(report.signature.reason).toMatch(reason);
    expect([report.signature.state, report.conclusion]).toEqual(['failed', 'non-conforming']);
  });

  it('refuses another root, and cannot tell without any', async () => {
    const { folder } = chainFolder();
    const { ca } = chainFolder({ root: { key: pair().publicKey } });
    expect((await verify(folder, { ca })).signature.state).toBe('failed');
    expect((await verify(folder)).signature.state).toBe('unsupported');
  });

  it('does not take a key for a certificate or the other way round', async () => {
    const { folder, ca } = chainFolder();
    expect((await verify(folder, { key: pemFile(leaf.publicKey) })).signature.state).toBe('failed');
    expect((await verify(signedFolder(), { ca })).signature.state).toBe('failed');
  });
});

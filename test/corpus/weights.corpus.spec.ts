import { cpSync, mkdtempSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyWeights, type WeightsOptions } from '../../src/weights/verify-weights.js';
import { type WeightsReport } from '../../src/weights/weights-report.js';
import { cpuTimeOfLater } from '../cpu-time-of.js';

const corpus = process.env['DOMICILE_CORPUS'];
const describeCorpus = corpus === undefined ? describe.skip : describe;
if (corpus === undefined) process.stderr.write('SKIPPED: weights corpus tests; set DOMICILE_CORPUS to the folder of real files to run them\n');

const asOf = new Date('2026-06-01T00:00:00Z');
const folder = (name: string): string => join(corpus ?? '', name);
const verify = (location: string, options: Partial<WeightsOptions> = {}): Promise<WeightsReport> => verifyWeights(location, { asOf, ...options });
const codes = (report: WeightsReport): unknown => Object.fromEntries(report.files.map(({ path, problems }) => [path, problems.map(({ code }) => code).join()]));

describeCorpus('headers of the corpus', () => {
  it('reads the valid GGUF and refuses each hostile one for its own reason', async () => {
    expect(codes(await verify(folder('gguf-generated')))).toEqual({
      'hostile-array-length.gguf': 'array-too-long',
      'hostile-duplicate-key.gguf': 'duplicate-key',
      'hostile-kv-count.gguf': 'number-too-large',
      'hostile-proto-key.gguf': 'bad-key',
      'hostile-string-length.gguf': 'bad-key',
      'truncated.gguf': 'count-too-large',
      'valid-no-licence.gguf': '',
      'wrong-magic.gguf': 'wrong-magic',
    });
  });

  it('refuses the damaged GGUF', async () => {
    const found = codes(await verify(folder('gguf-malformed'))) as Record<string, string>;
    expect(found).toMatchObject({ 'models__ggml-vocab-deepseek-coder.gguf': 'bad-key', 'models__ggml-vocab-phi-3.gguf': 'bad-key' });
  });

  it('refuses the hostile safetensors, sees the pickle and misses the shard', async () => {
    const report = await verify(folder('safetensors-generated'));
    expect(codes(report)).toEqual({ 'hostile-header-length.safetensors': 'number-too-large', 'hostile-not-json.safetensors': 'bad-json', 'model.safetensors.index.json': '', 'pickle-not-safetensors.bin': '' });
    expect(report.files.find(({ path }) => path.endsWith('.bin'))).toMatchObject({ format: 'pickle', unsafe: [{ level: 'notice' }] });
    expect(report.problems.map(({ code }) => code)).toEqual(['missing-shard']);
  });

  it('names what an Ollama manifest misses, and takes a ModelPack config for what it is', async () => {
    const ollama = await verify(folder('ollama'));
    expect(ollama.problems).toHaveLength(5);
    expect(new Set(ollama.problems.map(({ code }) => code))).toEqual(new Set(['missing-file']));
    expect((await verify(folder('oci-modelpack'))).conclusion).toBe('inconclusive');
  });

  it('reads each file in less than a second', async () => {
    for (const name of ['gguf-generated', 'gguf-malformed', 'safetensors-generated', 'model-signing', 'ollama', 'oci-modelpack']) {
      const { answer: { files }, milliseconds } = await cpuTimeOfLater(1_000, () => verify(folder(name)));
      expect(milliseconds).toBeLessThan(1_000 * files.length);
      expect(files.map(({ path }) => path)).toEqual(readdirSync(folder(name)).sort());
    }
  });
});

describeCorpus('signatures of the corpus', () => {
  const signing = (file: string): string => join(folder('model-signing'), file);
  const ca = [signing('keys__ca-cert.pem')];
  const key = signing('keys__signing-key-pub.pem');
  const identity = 'stefanb@us.ibm.com';
  const issuer = 'https://sigstore.verify.ibm.com/oauth2';

  /** The folder as it was signed: the files of one version and method under their own names. */
  function signed(prefix: string): string {
    const target = mkdtempSync(join(tmpdir(), 'domicile-oms-'));
    for (const name of readdirSync(folder('model-signing'))) if (name.startsWith(`${prefix}__`)) cpSync(signing(name), join(target, name.slice(prefix.length + 2)));
    return target;
  }

  it.each<readonly [string, Partial<WeightsOptions>, readonly string[], readonly string[]]>([
    ['v1.0.0-certificate', { ca }, ['signme-1', 'signme-2'], []],
    ['v1.1.0-certificate', { ca }, ['signme-1', 'signme-2'], ['ignore-me']],
    ['v1.0.0-elliptic-key', { key }, ['signme-1'], []],
    ['v1.1.0-elliptic-key', { key }, ['signme-1', 'signme-2'], ['ignore-me']],
    ['v1.0.0-sigstore', { identity, issuer }, ['signme-1', 'signme-2'], []],
    ['v1.1.0-sigstore', { identity, issuer }, ['signme-1', 'signme-2'], ['ignore-me']],
  ])('verifies %s', async (prefix, options, covered, uncovered) => {
    const report = await verify(signed(prefix), options);
    expect([report.signature.reason, report.signature.state]).toEqual([report.signature.reason, 'verified']);
    expect(report.signature).toMatchObject({ covered, uncovered });
    expect(report.conclusion).toBe('conforming');
  });

  it('refuses the retired format with the reason', async () => {
    const { signature, conclusion } = await verify(signed('v0.2.0-certificate'), { ca });
    expect([signature.state, conclusion]).toEqual(['unsupported', 'inconclusive']);
    expect(signature.reason).toMatch(/format of model-signing 0\.2\.0/);
  });

  it('says where a bundle does not cover the files beside it', async () => {
    const report = await verify(folder('model-signing'), { bundle: signing('v1.1.0-elliptic-key__model.sig'), key });
    expect(report.signature.state).toBe('failed');
    expect(report.signature.reason).toMatch(/does not cover the files beside it: missing: signme-1, signme-2; not in the signed manifest: /);
  });

  it('says which files beside a single signed one are not covered', async () => {
    const target = signed('v1.0.0-elliptic-key');
    writeFileSync(join(target, 'signme-2'), 'x');
    expect((await verify(target, { key })).signature).toMatchObject({ state: 'verified', covered: ['signme-1'], uncovered: ['signme-2'] });
  });

  it.each<readonly [string, Partial<WeightsOptions>, 'failed' | 'unsupported', RegExp]>([
    ['another identity', { identity: 'eve@example.org', issuer }, 'failed', /signed by stefanb@us\.ibm\.com .+, not by eve@example\.org/],
    ['another issuer', { identity, issuer: 'https://accounts.google.com' }, 'failed', /not vouched for by https:\/\/accounts\.google\.com/],
    ['nobody', {}, 'unsupported', /say whom you expect with --identity and --issuer/],
    ['an identity without its issuer', { identity }, 'unsupported', /say whom you expect with --issuer/],
    ['a key instead', { key }, 'failed', /signed with a certificate/],
  ])('does not take a keyless signature for that of %s', async (_, options, state, reason) => {
    for (const prefix of ['v1.0.0-sigstore', 'v1.1.0-sigstore']) {
      const { signature } = await verify(signed(prefix), options);
      expect(signature.state).toBe(state);
      expect(signature.reason).toMatch(reason);
    }
  });

  it.each<readonly [string, (target: string) => void]>([
    ['one changed byte', (target) => writeFileSync(join(target, 'signme-1'), 'signme-3')],
    ['a missing file', (target) => unlinkSync(join(target, 'signme-2'))],
    ['an extra file', (target) => writeFileSync(join(target, 'signme-3'), 'signme-3')],
    ['a changed statement', (target) => editBundle(target, (bundle) => bundle.replace(/"payload": ?"./, (text) => `${text.slice(0, -1)}f`))],
    ['a changed time of signing', (target) => editBundle(target, (bundle) => bundle.replace(/"integratedTime": ?"17/, (text) => `${text.slice(0, -2)}18`))],
    ['a changed signature', (target) => editBundle(target, (bundle) => bundle.replace(/"sig": ?"MEUCI|"sig": ?"MEYCI/, (text) => `${text.slice(0, -1)}J`))],
  ])('refuses a keyless signature after %s', async (_, change) => {
    for (const prefix of ['v1.0.0-sigstore', 'v1.1.0-sigstore']) {
      const target = signed(prefix);
      change(target);
      const report = await verify(target, { identity, issuer });
      expect([report.signature.state, report.conclusion]).toEqual(['failed', 'non-conforming']);
    }
  });

  it('takes a trust configuration of its own, and trusts nothing beside it', async () => {
    const own = { identity, issuer, trustedRoot: signing('custom_trust_config.json') };
    expect((await verify(signed('v1.0.0-sigstore'), own)).signature.state).toBe('verified');
    expect((await verify(signed('v1.1.0-sigstore'), own)).signature.reason).toMatch(/timestamp could not be verified/);
  });

  it('asks which of several bundles is meant', async () => {
    const { signature } = await verify(folder('model-signing'));
    expect([signature.state, signature.reason.includes('--bundle')]).toEqual(['unsupported', true]);
  });
});

function editBundle(target: string, edit: (bundle: string) => string): void {
  const file = join(target, 'model.sig');
  const before = readFileSync(file, 'utf8');
  const after = edit(before);
  if (after === before) throw new Error('the bundle was not changed');
  writeFileSync(file, after);
}

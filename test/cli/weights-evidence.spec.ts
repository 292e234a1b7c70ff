import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '../../src/core/inventory/sha256-of.js';
import { buildBundle } from '../weights/build-bundle.js';
import { checkJson, folderWith, runDomicile } from './run-domicile.js';

const bytes = 'the weights';
const sha256 = sha256Of(bytes);
const manifest = (weights = ''): string => `domicile: 1
organisation: { id: acme, name: ACME SE, seat: DE }
providers: [{ id: own, kind: own, country: DE }]
models: [{ id: llama, weightsAvailability: open${weights} }]
deployments: [{ id: desk, environment: production, status: live, model: llama, provider: own, route: self-hosted }]
`;
const files = { 'domicile.yaml': manifest(), 'models/llama/llama.onnx': bytes, 'models/llama/SHA256SUMS': `${sha256}  llama.onnx\n` };
const args = ['domicile.yaml', '--pack', 'provenance', '--as-of', '2026-11-23'];

function judge(of: Readonly<Record<string, string>>, more: readonly string[] = ['--weights', 'llama=models/llama']) {
  const cwd = folderWith(of);
  const { result } = checkJson([...args, ...more], { cwd });
  const verdict = (rule: string): string => {
    const found = result.findings.find(({ ruleId }) => ruleId === rule);
    return found === undefined ? (result.rules.find(({ ruleId }) => ruleId === rule)?.counts.pass === 1 ? 'pass' : 'none') : found.verdict;
  };
  return { cwd, result, verdict, warnings: result.problems.map(({ code, message }) => `${code}: ${message}`) };
}

describe('check --weights', () => {
  it('passes weights whose bytes are those that were published, as verified, and says nothing of them otherwise', () => {
    const { cwd, verdict, warnings } = judge(files);
    expect([verdict('PRV-01'), warnings]).toEqual(['pass', []]);
    expect(judge(files, []).verdict('PRV-01')).toBe('unknown');
    const { stdout } = runDomicile(['scan', 'domicile.yaml', '--weights', 'llama=models/llama'], { cwd });
    expect(stdout).toContain(`sha256: "${sha256}"  [verified, models/llama/llama.onnx]`);
    expect(stdout).toContain('verification: "digest"  [verified, models/llama/llama.onnx]');
  });

  it('fails weights whose bytes are others, whatever a manifest declares of them', () => {
    const declared = `, weights: [{ id: w1, file: llama.onnx, sha256: ${sha256}, publisherSha256: ${sha256}, verification: digest }]`;
    const claimed = { ...files, 'domicile.yaml': manifest(declared) };
    expect(judge(claimed, []).verdict('PRV-01')).toBe('pass');
    expect(judge(claimed).verdict('PRV-01')).toBe('pass');
    const { verdict, warnings, cwd } = judge({ ...claimed, 'models/llama/llama.onnx': 'the w3ights' });
    expect(verdict('PRV-01')).not.toBe('pass');
    expect(warnings).toEqual([expect.stringMatching(/^weights: .*llama\.onnx.*; see 'domicile weights verify models\/llama'$/)]);
    expect(runDomicile(['scan', 'domicile.yaml', '--weights', 'llama=models/llama'], { cwd }).stdout).toMatch(/weights\/w1\/sha256: .* but /);
    const { verdict: undeclared } = judge({ ...files, 'models/llama/llama.onnx': 'the w3ights' });
    expect(undeclared('PRV-01')).toBe('fail');
  });

  it('takes a signature for evidence where the signer is the one expected', () => {
    const [signer, other] = [generateKeyPairSync('ec', { namedCurve: 'prime256v1' }), generateKeyPairSync('ec', { namedCurve: 'prime256v1' })];
    const signature = buildBundle({ files: { 'llama.onnx': bytes }, key: signer.privateKey, material: { publicKey: { hint: '' } } });
    const { 'models/llama/SHA256SUMS': _digests, ...bare } = files;
    const of = { ...bare, 'models/llama/model.sig': signature };
    const keys = folderWith();
    for (const [name, { publicKey }] of Object.entries({ signer, other })) writeFileSync(join(keys, name), publicKey.export({ type: 'spki', format: 'pem' }));
    const signed = (...more: string[]) => judge(of, ['--weights', 'llama=models/llama', ...more]);
    expect(signed('--weights-key', join(keys, 'signer')).verdict('PRV-04')).toBe('pass');
    expect(signed('--weights-key', join(keys, 'other')).verdict('PRV-04')).not.toBe('pass');
    expect(signed().verdict('PRV-04')).not.toBe('pass');
  });

  it.each([
    ['a model that no source states', ['--weights', 'lama=models/llama'], /of the model 'lama', which no source states/],
    ['a folder without weights', ['--weights', 'llama=models/none'], /holds no weights that are known/],
  ])('tells of %s', (_, more, message) => {
    const cwd = folderWith({ ...files, 'models/none/README.md': 'x' });
    const { code, stdout } = runDomicile(['scan', 'domicile.yaml', ...more], { cwd });
    expect([code, stdout]).toEqual([2, expect.stringMatching(message)]);
  });

  it('refuses a folder that is not there, and signers that exclude each other', () => {
    const cwd = folderWith(files);
    expect(runDomicile(['check', 'domicile.yaml', '--weights', 'nowhere'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('the weights in nowhere cannot be verified') });
    expect(runDomicile(['scan', 'domicile.yaml', '--weights', 'models', '--weights-key', 'k', '--weights-ca', 'c'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('excludes') });
  });

  it('speaks of the weights that lie in a scanned folder and were not looked at', () => {
    const cwd = folderWith(files);
    expect(runDomicile(['scan', '.'], { cwd }).stdout).toContain("models/llama/llama.onnx: warning: the weights were not read, and nothing is stated of them");
    expect(runDomicile(['scan', '.', '--weights', 'llama=models/llama'], { cwd }).stdout).not.toContain('warning');
  });
});

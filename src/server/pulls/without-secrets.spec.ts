import { cpuTimeOf } from '../../../test/cpu-time-of.js';
import { withoutSecrets } from './without-secrets.js';

describe('withoutSecrets', () => {
  it.each([
    ['the value of a variable of a secret', { name: 'OPENAI_API_KEY', value: 'hunter2' }, { name: 'OPENAI_API_KEY', value: 'redacted' }],
    ['a variable in a map', { env: { HF_TOKEN: 'hunter2', REGION: 'eu' } }, { env: { HF_TOKEN: 'redacted', REGION: 'eu' } }],
    ['a number', { DB_PASSWORD: 4711 }, { DB_PASSWORD: 'redacted' }],
    ['an option and the word after it', ['--model', 'org/name', '--api-key', 'hunter2', '--port', '80'], ['--model', 'org/name', '--api-key', 'redacted', '--port', '80']],
    ['an option with its value', ['--hf-token=hunter2'], ['--hf-token=redacted']],
    ['options in a line of a shell', 'vllm serve org/name --api-key hunter2 --port 80', 'vllm serve org/name --api-key redacted --port 80'],
    ['a user in an address', 'postgres://user:hunter2@db/x', 'postgres://redacted@db/x'],
    ['keys of known make', 'use sk-proj-0123456789abcdefghij or hf_0123456789abcdefghij', 'use redacted or redacted'],
  ])('hides %s', (_what, given, expected) => {
    expect(withoutSecrets(given)).toEqual(expected);
  });

  it.each([
    ['a reference to a secret', { name: 'HF_TOKEN', valueFrom: { secretKeyRef: { name: 'hub', key: 'token' } } }],
    ['a variable of another variable', { name: 'API_KEY', value: '$(OTHER)' }],
    ['what a pod asks of its node', { matchExpressions: [{ key: 'topology.kubernetes.io/region', operator: 'In', values: ['eu-central-1'] }] }],
    ['settings of an engine', ['--max-num-batched-tokens', '8192', '--tokenizer', 'org/name', '--api-key', '--port']],
    ['an address', 'https://hub.example.org/models@main'],
  ])('leaves %s as it is', (_what, given) => {
    expect(withoutSecrets(given)).toEqual(given);
  });

  it('is as fast on what is made to slow it down', () => {
    for (const hostile of ['a'.repeat(1_000_000), 'eyJ-'.repeat(250_000), 'eyJaaaaaaaa.'.repeat(80_000), 'sk-'.repeat(300_000), '://'.repeat(300_000), ' --'.repeat(300_000), `--token${' '.repeat(1_000_000)}`, '-token'.repeat(150_000)]) expect(cpuTimeOf(2_000, () => withoutSecrets(hostile)).milliseconds).toBeLessThan(2_000);
  });
});

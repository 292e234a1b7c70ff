import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from './configuration-error.js';
import { readPullConnections } from './read-pull-connections.js';

describe('readPullConnections', () => {
  const folder = mkdtempSync(join(tmpdir(), 'domicile-pulls-'));
  const path = join(folder, 'pulls.yaml');
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (text: string, environment: Record<string, string> = {}) => {
    writeFileSync(path, text);
    return readPullConnections(path, environment);
  };
  const complaintsOf = (text: string, environment: Record<string, string> = {}): Promise<string> =>
    read(text, environment).then(
      () => '',
      (error: unknown) => {
        if (error instanceof ConfigurationError) return error.complaints.join('\n').replaceAll(path, 'pulls.yaml');
        throw error;
      },
    );
  const one = (rest: string): string => `connections:\n  - { name: registry, ${rest} }\n`;

  it('reads connections with secrets from variables and files, renewed at each use', async () => {
    writeFileSync(join(folder, 'token'), 'first-token\n');
    const [registry, cluster] = await read('connections:\n  - { name: registry, system: mlflow, url: "https://mlflow.example.org/base", credential: { user: auditor, password: { env: P } }, versions: current }\n  - { name: cluster, system: kubernetes, url: "https://10.0.0.1:6443", credential: { token: { file: token } }, namespaces: [prod] }\n', { P: 'pass word' });
    expect(registry?.connection).toMatchObject({ name: 'registry', versions: 'current', timeoutSeconds: 20, mostPages: 100, mostFiles: 1000, tolerate: [] });
    expect(registry?.credential !== undefined && 'password' in registry.credential ? await registry.credential.password.reveal() : '').toBe('pass word');
    const token = cluster?.credential !== undefined && 'token' in cluster.credential ? cluster.credential.token : undefined;
    expect(await token?.reveal()).toBe('first-token');
    writeFileSync(join(folder, 'token'), 'second-token\n');
    expect(await token?.reveal()).toBe('second-token');
  });

  it.each([
    ['system: mlflow, url: "http://mlflow.example.org"', "'connections.0.url': is not encrypted; write an https:// address"],
    ['system: mlflow, url: "https://user:hunter2@mlflow.example.org"', 'holds a credential; write the address alone'],
    ['system: mlflow, url: "https://mlflow.example.org?token=hunter2"', 'has a query or fragment'],
    ['system: mlflow, url: "file:///etc/passwd"', 'is no web address'],
    ['system: jira, url: "https://x.example.org"', 'is no system that can be pulled from; write mlflow, kubernetes, litellm or hugging-face'],
    ['system: hugging-face, url: "https://huggingface.co"', 'names neither owners nor models'],
    ['system: litellm, url: "https://x.example.org", verify: false', "unknown key 'verify'"],
    ['system: litellm, url: "https://x.example.org", credential: { token: hunter2 }', "'connections.0.credential' has none of the forms allowed here"],
    ['system: litellm, url: "https://x.example.org", credential: { token: { env: DOMICILE_TOKEN } }', 'write one that does not begin with DOMICILE_'],
    ['system: litellm, url: "https://x.example.org", credential: { token: { env: NOT_SET } }', "'registry' takes its secret from the variable NOT_SET, which is not there; set it"],
    ['system: litellm, url: "https://x.example.org", credential: { token: { file: no-such } }', "'registry' takes its secret from the file no-such, which is not there; write the secret into it"],
    ['system: litellm, url: "https://x.example.org", credential: { token: { env: LINES } }', 'is not one line of ASCII'],
    ['system: litellm, url: "https://x.example.org", ca: no-such.pem', "'registry' names the certificates 'no-such.pem', which cannot be read"],
    ['system: litellm, url: "https://x.example.org", ca: pulls.yaml', 'which are not in PEM'],
  ])('refuses %s', async (rest, complaint) => {
    const complaints = await complaintsOf(one(rest), { LINES: 'hunter2\nhunter2' });
    expect(complaints).toContain(complaint);
    expect(complaints).toMatch(/^DOMICILE_PULLS: pulls\.yaml/);
    expect(complaints).not.toContain('hunter2');
  });

  it('refuses two of one name, what is no YAML, and a file that is not there', async () => {
    expect(await complaintsOf('connections:\n  - { name: a, system: litellm, url: "https://x.example.org" }\n  - { name: a, system: litellm, url: "https://y.example.org" }\n')).toContain("two connections are called 'a'");
    expect(await complaintsOf('connections: [')).toMatch(/^DOMICILE_PULLS: pulls\.yaml:1: /);
    expect(await complaintsOf('')).toContain('is empty');
    await expect(readPullConnections(join(folder, 'none.yaml'), {})).rejects.toThrow('cannot be read');
  });
});

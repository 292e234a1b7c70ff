import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SignJWT } from 'jose';
import request from 'supertest';
import { PublicAddress } from '../../src/server/platform/http/public-address.js';
import { signInAs } from './browser.js';
import { Issuer } from './ci-issuer.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const example = resolve('examples/nordlicht');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

describe('domicile check --server', () => {
  const address = new PublicAddress(undefined);
  const folder = mkdtempSync(join(tmpdir(), 'check-server-'));
  let test: TestApp;
  let url: string;
  let issuer: Issuer;
  beforeAll(async () => {
    test = await startTestApp({ address });
    await test.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(test.server.address() as AddressInfo).port}`;
    address.listensAt(url);
    issuer = await new Issuer().start();
  });
  afterAll(async () => {
    issuer.stop();
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (words: readonly string[], environment: Readonly<Record<string, string>> = { DOMICILE_API_KEY: test.key }, cwd = example): Promise<Ended> =>
    new Promise((done) => {
      const child = execFile(process.execPath, [resolve('dist/domicile.cjs'), 'check', ...words], { cwd, env: { PATH: process.env['PATH'], ...environment }, maxBuffer: 64 * 2 ** 20 }, (_error, stdout, stderr) => done({ code: child.exitCode, stdout, stderr }));
    });
  const onServer = (...words: string[]): Promise<Ended> => run([...words, '--server', url]);

  it.each([['json'], ['sarif'], ['markdown']])('prints what it prints without: %s', async (format) => {
    const words = ['.', '--as-of', '2026-11-23T12:00:00Z', '--format', format];
    const there = await onServer(...words);
    expect(there.stderr).toMatch(new RegExp(`^audit [0-9a-f-]{36} is kept on ${url}\\n`));
    expect({ ...there, stderr: '' }).toEqual({ ...(await run(words)), stderr: '' });
    expect(there.code).toBe(1);
  });

  it('leaves the audit there, and brings its report', async () => {
    const report = join(folder, 'report.pdf');
    const { stderr } = await onServer('.', '--as-of', '2026-11-23T12:00:00Z', '--format', 'pdf', '--output', report);
    const id = /audit (\S+) is kept/.exec(stderr)?.[1] ?? '';
    const stored = await request(test.server).get(`/api/v1/audits/${id}/report.pdf`).set('authorization', `Bearer ${test.key}`).expect(200);
    expect(Buffer.compare(readFileSync(report), stored.body as Buffer)).toBe(0);
  });

  it('asks with the ID token of a job in GitHub Actions or GitLab CI', async () => {
    const key = await issuer.addKey('one', 'RS256');
    const at = test.clock.now().getTime() / 1000;
    let count = 0;
    issuer.token = (aud) => new SignJWT({ repository_id: '42', repository: 'acme/models', ref: 'refs/heads/main', job_workflow_ref: 'acme/models/x.yml@refs/heads/main', jti: `t-${++count}`, iss: issuer.address, aud, iat: at, exp: at + 300, sub: 'repo:acme/models' }).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key);
    const admin = await signInAs(test, 'admin@example.org', ['administrator']);
    await admin.call('post', '/api/v1/ci-trusts').send({ name: 'models', issuer: issuer.address, repository: '42', workflow: '*', ref: 'refs/heads/main', scopes: ['audit:create', 'audit:read'] }).expect(201);
    const words = ['.', '--as-of', '2026-11-23T12:00:00Z', '--format', 'json', '--server', url];
    const github = await run(words, { ACTIONS_ID_TOKEN_REQUEST_URL: `${issuer.address}/token?api-version=2`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' });
    expect([github.code, github.stderr]).toEqual([1, expect.stringContaining('is kept on')]);
    const gitlab = await run(words, { DOMICILE_ID_TOKEN: await issuer.token(address.origin) });
    expect(gitlab.stdout).toBe(github.stdout);
    expect(await run(words, { DOMICILE_ID_TOKEN: await issuer.token('https://elsewhere.example.org') })).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('audience') });
  });

  it('says why there is no answer, and passes nothing', async () => {
    writeFileSync(join(folder, 'domicile.yaml'), Buffer.from([0x64, 0xff, 0xfe]));
    const refused: readonly (readonly [Promise<Ended>, RegExp])[] = [
      [run(['.', '--server', url], {}), /set DOMICILE_API_KEY/],
      [run(['.', '--server', url], { DOMICILE_API_KEY: 'wrong' }), /refuses \(401\)/],
      [run(['.', '--server', 'http://127.0.0.1:1']), /cannot be reached/],
      [run(['.', '--server', 'http://domicile.example.org']), /in the clear/],
      [run(['.', '--server', `${url}/api`]), /without a path/],
      [onServer('.', '--only', 'deployment/claims-assistant'), /cannot take --only/],
      [onServer('.', '--code', '.', '--new-only'), /cannot take --code, --new-only/],
      [onServer('.', '--pack', './own/pack'), /its own packs/],
      [onServer('nowhere.yaml'), /no such file/],
      [run(['../nordlicht', '--server', url]), /outside of this folder/],
      [run(['domicile.yaml', '--server', url], { DOMICILE_API_KEY: test.key }, folder), /UTF-8/],
    ];
    for (const [ended, why] of refused) expect(await ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(why) });
  });
});

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import request from 'supertest';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const commandLine = resolve((JSON.parse(readFileSync('package.json', 'utf8')) as { bin: { domicile: string } }).bin.domicile);
const example = resolve('examples/nordlicht');
const filesBelow = (folder: string): { path: string; content: string }[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(folder.length + 1), content: readFileSync(path, 'utf8') }));

const small = `domicile: 1
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: own, name: Acme IT, kind: own, country: DE }]
models: [{ id: bloom, name: BLOOM }]
deployments:
  - id: translate
    name: Translation
    model: bloom
    provider: own
    purpose: translation
`;

interface Result {
  readonly schema: string;
  readonly asOf: string;
  readonly problems: readonly { readonly file: string; readonly code: string }[];
  readonly gate: { readonly blocked: boolean };
}

describe('a check', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(async () => {
    await test.close();
  });

  const check = (body: object): request.Test => request(test.server).post('/api/v1/checks').set('authorization', `Bearer ${test.key}`).send(body);
  const audit = (path: string): request.Test => request(test.server).get(`/api/v1/audits/${path}`).set('authorization', `Bearer ${test.key}`);

  it('answers the bytes of the command line for the example', async () => {
    const asOf = '2026-11-23T09:00:00Z';
    const cli = spawnSync(process.execPath, [commandLine, 'check', 'domicile.yaml', '--format', 'json', '--as-of', asOf], { cwd: example, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    expect(cli.stderr).toBe('');
    const { status, text } = await check({ files: filesBelow(example).filter(({ path }) => !path.startsWith('report/')), asOf });
    expect(status).toBe(201);
    expect((JSON.parse(text) as Result).schema).toBe('domicile/audit-result/1');
    expect(text).toBe(cli.stdout);
  });

  it('is stored and read again byte for byte, with digest, asker and instant', async () => {
    const answer = await check({ files: [{ path: 'domicile.yaml', content: small }] });
    expect(answer.status).toBe(201);
    const id = String(answer.headers['x-audit-id']);
    expect(answer.headers['location']).toBe(`/api/v1/audits/${id}`);
    expect((JSON.parse(answer.text) as Result).asOf).toContain('2026-11-23');
    const stored = await audit(id);
    expect(stored.status).toBe(200);
    expect(stored.text).toBe(answer.text);
    const owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<Record<string, unknown>>('SELECT * FROM audits WHERE id = $1', [id]);
    const keys = await owner.query<{ id: string }>('SELECT id FROM api_keys');
    await owner.end();
    expect(rows[0]).toMatchObject({ result_digest: `sha256:${createHash('sha256').update(answer.text).digest('hex')}`, requested_by: keys.rows[0]?.id, created_at: test.clock.now() });
  });

  it('has a report that is the same at every reading', async () => {
    const answer = await check({ files: [{ path: 'domicile.yaml', content: small }] });
    const id = String(answer.headers['x-audit-id']);
    const [first, second] = [await audit(`${id}/report.pdf`).buffer(true), await audit(`${id}/report.pdf`).buffer(true)];
    expect(first.status).toBe(200);
    expect(first.type).toBe('application/pdf');
    expect((first.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    expect((first.body as Buffer).equals(second.body as Buffer)).toBe(true);
  });

  it('takes a manifest as JSON', async () => {
    const { status, text } = await check({ files: [{ path: 'domicile.json', content: JSON.stringify({ domicile: 1, organisation: { id: 'acme', name: 'Acme GmbH', seat: 'DE' } }) }] });
    expect(status).toBe(201);
    expect((JSON.parse(text) as Result).problems.map(({ code }) => code)).not.toContain('unrecognised');
  });

  it('tells what is wrong with the files in its result, by file, as the command line does', async () => {
    const { status, text } = await check({ files: [{ path: 'domicile.yaml', content: 'domicile: 1\nmodels: [{ id: bloom, nmae: BLOOM }]\n' }] });
    expect(status).toBe(201);
    expect((JSON.parse(text) as Result).problems).toContainEqual(expect.objectContaining({ file: 'domicile.yaml', line: 2 }));
  });

  it('says that code which deployments name was not looked through', async () => {
    const { text } = await check({ files: [{ path: 'domicile.yaml', content: small.replace('purpose: translation', 'purpose: translation\n    code: [src]') }] });
    expect((JSON.parse(text) as Result).problems).toContainEqual(expect.objectContaining({ file: 'src', code: 'code-not-seen' }));
  });

  it.each([
    ['a pack that is not installed', { packs: ['licences-and-ues'] }, /no such policy pack/],
    ['a pack by path', { packs: ['../../policies/transfers'] }, /no such policy pack/],
    ['a manifest that names a pack by path', { files: [{ path: 'domicile.yaml', content: `${small}packs: [./packs/mine]\n` }] }, /no such policy pack/],
    ['waivers that nest without end', { waivers: [{ path: 'waivers.yaml', content: '['.repeat(100_000) }] }, /nests/],
    ['facts that nest without end', { files: [{ path: 'domicile.yaml', content: `${small}facts: [facts.yaml]\n` }, { path: 'facts.yaml', content: '- '.repeat(100_000) }] }, /nests/],
    ['facts that were not sent', { files: [{ path: 'domicile.yaml', content: `${small}facts: [/etc/passwd]\n` }] }, /./],
  ])('is not made of %s', async (_name, change, message) => {
    const response = await check({ files: [{ path: 'domicile.yaml', content: small }], ...change });
    if (response.status === 201) expect((JSON.parse(response.text) as Result).problems).not.toEqual([]);
    else expect(response.body).toMatchObject({ status: 422, code: 'not-checkable', detail: expect.stringMatching(message) });
    expect(response.text).not.toContain('root:');
  });

  it('beside others does not mix with them', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `Insurer ${index}`);
    const answers = await Promise.all(names.map((name) => check({ files: [{ path: 'domicile.yaml', content: small.replaceAll('Acme GmbH', name) }] })));
    answers.forEach(({ status, text }, index) => {
      expect(status).toBe(201);
      for (const name of names) expect(text.includes(name)).toBe(name === names[index]);
    });
    expect(new Set(answers.map(({ headers }) => String(headers['x-audit-id']))).size).toBe(names.length);
  });

  it('leaves the server answering while it computes', async () => {
    const deployments = Array.from({ length: 3000 }, (_, index) => `  - { id: d${index}, name: D${index}, model: bloom, provider: own, purpose: translation }`).join('\n');
    let computing = true;
    const long = check({ files: [{ path: 'domicile.yaml', content: `${small}${deployments}\n` }] }).then(({ status }) => {
      computing = false;
      return status;
    });
    let answered = 0;
    for (; computing; answered++) await request(test.server).get('/health/live').expect(200);
    expect(answered).toBeGreaterThan(20);
    expect(await long).toBe(201);
  });
});

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import pg from 'pg';
import { signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const manifest = 'domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, name: Acme IT, kind: own, country: DE }]\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments: [{ id: translate, name: Translation, model: bloom, provider: own }]\n';
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const text = 'The data stays in Frankfurt.\n';
const document = { title: 'Processing agreement', type: 'data-processing-agreement', record: 'provider/own', effective: '2026-02-01', fileName: 'dpa 2026.txt', mediaType: 'text/plain', content: Buffer.from(text).toString('base64') };

interface Evidence {
  readonly id: string;
  readonly sha256: string;
  readonly revisedBy: string | null;
  readonly reads: readonly { readonly why: string; readonly by: { readonly id: string } }[];
}

describe('evidence', () => {
  let test: TestApp;
  let officer: Browser;
  let auditor: Browser;
  beforeAll(async () => {
    test = await startTestApp();
    officer = await signInAs(test, 'ines@example.org', ['compliance-officer']);
    auditor = await signInAs(test, 'ada@example.org', ['auditor']);
  });
  afterAll(() => test.close());

  const add = async (more: object = {}): Promise<Evidence> => (await officer.call('post', '/api/v1/evidence').send({ ...document, ...more }).expect(201)).body as Evidence;
  const read = async (id: string): Promise<Evidence> => (await officer.call('get', `/api/v1/evidence/${id}`).expect(200)).body as Evidence;

  it('is kept with its digest and days, handed out byte for byte, and each reading is written down', async () => {
    const added = await add({ sha256: sha256(text), expires: '2027-02-01' });
    expect(added).toMatchObject({ sha256: sha256(text), effective: '2026-02-01', expires: '2027-02-01', revises: null, reads: [] });
    const content = await auditor.call('get', `/api/v1/evidence/${added.id}/content`).responseType('blob').expect(200);
    expect((content.body as Buffer).toString()).toBe(text);
    expect(content.headers).toMatchObject({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff', 'content-disposition': "attachment; filename*=UTF-8''dpa%202026.txt" });
    expect((await read(added.id)).reads).toMatchObject([{ why: 'download', by: { id: auditor.id } }]);
  });

  it('has revisions, each of the one before and none twice', async () => {
    const first = await add();
    const second = await add({ revises: first.id, effective: '2026-06-01' });
    expect((await read(first.id)).revisedBy).toBe(second.id);
    expect((await officer.call('post', '/api/v1/evidence').send({ ...document, revises: first.id }).expect(409)).body).toMatchObject({ detail: expect.stringContaining(second.id) });
    await officer.call('post', '/api/v1/evidence').send({ ...document, revises: '01990000-0000-7000-8000-000000000000' }).expect(404);
    const listed = async (query: string): Promise<readonly string[]> => ((await officer.call('get', `/api/v1/evidence?limit=200&${query}`).expect(200)).body as { items: { id: string }[] }).items.map(({ id }) => id);
    expect(await listed('record=provider/own')).not.toContain(first.id);
    expect(await listed('superseded=include')).toEqual(expect.arrayContaining([first.id, second.id]));
  });

  it('is found by record, type and end', async () => {
    const ending = await add({ record: 'provider/other', type: 'certificate', expires: '2026-12-01' });
    const list = async (query: string): Promise<unknown> => ((await auditor.call('get', `/api/v1/evidence?${query}`).expect(200)).body as { items: { id: string }[] }).items.map(({ id }) => id);
    expect(await list('record=provider/other')).toEqual([ending.id]);
    expect(await list('type=certificate')).toEqual([ending.id]);
    expect(await list('expiresBefore=2026-12-02')).toEqual([ending.id]);
    expect(await list('expiresBefore=2026-12-01')).toEqual([]);
  });

  it.each([
    ['another digest', { sha256: '0'.repeat(64) }, '/sha256'],
    ['a page that says it is a PDF', { mediaType: 'application/pdf' }, '/mediaType'],
    ['a type that is not taken in', { mediaType: 'text/html' }, '/mediaType'],
    ['a path for a name', { fileName: '../../etc/passwd' }, '/fileName'],
    ['a name with a line end', { fileName: 'a\r\nset-cookie: x' }, '/fileName'],
    ['no bytes', { content: '' }, '/content'],
    ['what is not Base64', { content: '%%%' }, '/content'],
    ['an end before its beginning', { expires: '2026-01-01' }, '/expires'],
    ['the character U+0000', { title: 'a\0b' }, '/title'],
  ])('is not taken in with %s', async (_name, more, pointer) => {
    const { body } = await officer.call('post', '/api/v1/evidence').send({ ...document, ...more }).expect(400);
    expect((body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('is added by nobody who only reads, and changed with no right of the application', async () => {
    await auditor.call('post', '/api/v1/evidence').send(document).expect(403);
    const app = new pg.Client({ connectionString: test.database.appUrl });
    await app.connect();
    for (const statement of ["UPDATE evidence SET title = 'x'", 'DELETE FROM evidence', "UPDATE evidence_contents SET content = ''"]) await expect(app.query(statement)).rejects.toThrow(/permission denied/);
    await app.end();
  });

  it('goes with an audit into an archive whose digests and log hold', async () => {
    const body = { collection: 'acme', reason: 'as found', files: [{ path: 'domicile.yaml', content: manifest }] };
    const preview = await officer.call('post', '/api/v1/register/imports').send(body).expect(200);
    await officer.call('post', '/api/v1/register/imports').send({ ...body, expects: (preview.body as { digest: string }).digest }).expect(201);
    const kept = await add({ title: 'kept' });
    const audit = await officer.call('post', '/api/v1/audits').send({}).expect(201);
    test.clock.set('2026-11-23T12:10:00Z');
    const later = await add({ title: 'added after the audit' });
    const id = String(audit.headers['x-audit-id']);
    const archive = await auditor.call('get', `/api/v1/audits/${id}/evidence.zip`).responseType('blob').expect(200);
    const files = unzipSync(archive.body as Buffer);
    const named = Object.keys(files);
    expect(named).toEqual(expect.arrayContaining(['audit.json', 'report.pdf', 'log.ndjson', 'evidence.json', `evidence/${kept.id}-dpa 2026.txt`, 'SHA256SUMS']));
    expect(named.some((name) => name.includes(later.id))).toBe(false);
    expect(strFromU8(files['audit.json'] ?? new Uint8Array())).toBe(audit.text);
    const sums = strFromU8(files['SHA256SUMS'] ?? new Uint8Array()).trim().split('\n');
    expect(sums.map((line) => line.slice(66)).sort()).toEqual(named.filter((name) => name !== 'SHA256SUMS').sort());
    for (const line of sums) expect(sha256(files[line.slice(66)] ?? '')).toBe(line.slice(0, 64));
    const folder = mkdtempSync(join(tmpdir(), 'archive-'));
    writeFileSync(join(folder, 'log.ndjson'), files['log.ndjson'] ?? '');
    const verified = spawnSync(process.execPath, [resolve('dist/domicile.cjs'), 'log', 'verify', join(folder, 'log.ndjson')], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect([verified.status, verified.stderr]).toEqual([0, '']);
    expect((await read(kept.id)).reads).toMatchObject([{ why: `archive of audit ${id}` }]);
    await auditor.call('get', '/api/v1/audits/01990000-0000-7000-8000-000000000000/evidence.zip').expect(404);
    const owner = await signInAs(test, 'omar@example.org', ['model-owner']);
    await owner.call('get', `/api/v1/audits/${id}/evidence.zip`).expect(403);
  });
});

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { toXlsx } from '../../src/exporters/tables/to-xlsx.js';
import { signInAs } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const commandLine = resolve((JSON.parse(readFileSync('package.json', 'utf8')) as { bin: { domicile: string } }).bin.domicile);
const example = resolve('examples/nordlicht');
const exampleFiles = readdirSync(example, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(example, 'report')))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: path.slice(example.length + 1), content: readFileSync(path, 'utf8') }));

const manifest = (deployments: string): string => `domicile: 1
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: own, name: Acme IT, kind: own, country: DE }]
models: [{ id: bloom, name: BLOOM }]
deployments:
${deployments}`;
const translation = '  - { id: translate, name: Translation, model: bloom, provider: own, purpose: translation }\n';

interface Import {
  readonly applied: boolean;
  readonly digest: string;
  readonly revision: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly changes: readonly { readonly key: string; readonly what: string; readonly fields: readonly { readonly pointer: string; readonly after?: unknown }[]; readonly disputed: readonly string[] }[];
  readonly problems: readonly { readonly file: string; readonly code: string }[];
}

interface Page {
  readonly items: readonly { readonly id: string; readonly kind: string; readonly value: { readonly name?: string; readonly purpose?: string }; readonly retired: boolean; readonly disputed: readonly string[] }[];
  readonly total: number;
  readonly next: string | null;
}

let test: TestApp;

const call = (method: 'get' | 'post' | 'put' | 'delete', path: string): request.Test => request(test.server)[method](`/api/v1/${path}`).set('authorization', `Bearer ${test.key}`);
const sendImport = (body: object): request.Test => call('post', 'register/imports').send({ collection: 'claims', reason: 'state of the repository', ...body });
const apply = async (body: object): Promise<Import> => {
  const preview = (await sendImport(body).expect(200)).body as Import;
  expect(preview.applied).toBe(false);
  return (await sendImport({ ...body, expects: preview.digest }).expect(201)).body as Import;
};
const files = (deployments: string): { readonly files: object[] } => ({ files: [{ path: 'domicile.yaml', content: manifest(deployments) }] });
const list = async (query: string): Promise<Page> => (await call('get', `register/records?${query}`).expect(200)).body as Page;
const ids = async (query: string): Promise<readonly string[]> => (await list(query)).items.map(({ id }) => id);

const freshEach = (): void => {
  beforeEach(async () => {
    test = await startTestApp();
  });
  afterEach(() => test.close());
};

const freshOnce = (): void => {
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());
};

describe('the register', () => {
  freshEach();

  it('once the example is imported, audits to the bytes of the command line', async () => {
    const asOf = '2026-11-23T12:00:00Z';
    const { counts } = await apply({ collection: 'nordlicht', files: exampleFiles });
    expect(counts['added']).toBeGreaterThan(30);
    const audit = await call('post', 'audits').send({ asOf }).expect(201);
    const only = (JSON.parse(audit.text) as { findings: { subject: string }[] }).findings.map(({ subject }) => subject).find((subject) => subject.startsWith('deployment/')) ?? '';
    const part = await call('post', 'audits').send({ asOf, only: [only] }).expect(201);

    const folder = mkdtempSync(join(tmpdir(), 'register-'));
    cpSync(example, join(folder, 'nordlicht'), { recursive: true });
    const check = (...more: string[]) => spawnSync(process.execPath, [commandLine, 'check', 'nordlicht/domicile.yaml', '--format', 'json', '--as-of', asOf, ...more], { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    const [cli, cliPart] = [check(), check('--only', only)];
    rmSync(folder, { recursive: true });
    expect(cli.stderr).toBe('');
    expect(audit.text).toBe(cli.stdout);
    expect(part.text).toBe(cliPart.stdout);
    expect(part.text).toContain(`"part":`);
    const { body } = await call('get', 'audits').expect(200);
    expect(body).toMatchObject({ total: 2, items: [{ id: part.headers['x-audit-id'], part: { only: [only] } }, { id: audit.headers['x-audit-id'], revision: 1, part: null }] });
  });

  it('audits what it held at an earlier revision, and prints and verifies that report later', async () => {
    await apply(files(translation));
    const first = await call('post', 'audits').send({}).expect(201);
    await apply(files(`${translation}  - { id: search, name: Search, model: bloom, provider: own, purpose: search }\n`));
    const now = await call('post', 'audits').send({}).expect(201);
    const then = await call('post', 'audits').send({ revision: 1 }).expect(201);
    expect(then.text).toBe(first.text);
    expect(now.text).not.toBe(first.text);
    const id = String(first.headers['x-audit-id']);
    const pdf = (await call('get', `audits/${id}/report.pdf`).buffer(true).expect(200)).body as Buffer;
    const verified = await call('post', 'reports/verify').set('content-type', 'application/pdf').send(pdf).expect(200);
    expect(verified.body).toMatchObject({ conclusion: 'verified', checks: expect.arrayContaining([expect.objectContaining({ check: 'reproduction', state: 'right' })]) });
    await call('post', 'audits').send({ revision: 99 }).expect(404);
  });

  it('is not audited while it is empty, nor as of when it was', async () => {
    expect((await call('post', 'audits').send({}).expect(422)).body).toMatchObject({ code: 'not-checkable', detail: expect.stringContaining('empty') });
    await apply(files(translation));
    expect((await call('post', 'audits').send({ asOf: '2026-11-22T00:00:00Z' }).expect(422)).body).toMatchObject({ code: 'not-checkable' });
  });

  it('shows what an import would change and changes exactly that, or nothing', async () => {
    await apply(files(translation));
    const next = files(translation.replace('purpose: translation', 'purpose: interpreting'));
    const preview = (await sendImport(next).expect(200)).body as Import;
    expect(preview.counts).toEqual({ added: 0, changed: 1, moved: 0, retired: 0, unchanged: 3 });
    expect(preview.changes).toMatchObject([{ key: 'deployment/translate', what: 'changed', fields: [{ pointer: '/purpose', before: 'translation', after: 'interpreting' }] }]);
    expect((await list('kind=deployment')).items[0]?.value.purpose).toBe('translation');

    await apply({ collection: 'other', files: [{ path: 'domicile.yaml', content: 'domicile: 1\ndeployments: [{ id: translate, purpose: dubbing }]\n' }] });
    expect((await sendImport({ ...next, expects: preview.digest }).expect(409)).body).toMatchObject({ code: 'conflict' });
    const again = (await sendImport(next).expect(200)).body as Import;
    expect(again.changes[0]).toMatchObject({ disputed: ['/purpose'] });
    await sendImport({ ...next, expects: again.digest }).expect(201);
    expect((await list('disputed=yes')).items.map(({ id }) => id)).toEqual(['translate']);
  });

  it('retires what no file states any more, and keeps it in its history', async () => {
    await apply({ files: [{ path: 'a.domicile.yaml', content: manifest(translation) }, { path: 'b.domicile.yaml', content: 'domicile: 1\nmodels: [{ id: opt, name: OPT }]\n' }] });
    test.clock.set('2026-11-24T12:00:00Z');
    expect((await apply({ files: [], withdraw: ['b.domicile.yaml'] })).changes).toMatchObject([{ key: 'model/opt', what: 'retired' }]);
    expect(await ids('kind=model')).toEqual(['bloom']);
    expect(await ids('kind=model&retired=only')).toEqual(['opt']);
    expect(await ids('kind=model&asOf=2026-11-23T13:00:00Z')).toEqual(['bloom', 'opt']);
    expect(await ids('kind=model&revision=1')).toEqual(['bloom', 'opt']);
    const { body } = await call('get', 'register/records/model/opt/versions').expect(200);
    expect(body).toMatchObject({ items: [{ what: 'retired', revision: 2, reason: 'state of the repository' }, { what: 'added', revision: 1 }], next: null });
    await sendImport({ files: [], withdraw: ['b.domicile.yaml'] }).expect(404);
    expect((await call('get', 'register/collections').expect(200)).body).toMatchObject({ total: 1, items: [{ name: 'claims', files: [{ path: 'claims/a.domicile.yaml' }] }] });
    expect((await call('get', 'register/revisions').expect(200)).body).toMatchObject({ total: 2, items: [{ revision: 2, counts: { retired: 1 } }, { revision: 1 }] });
  });

  it('refuses files with errors, by file and line, and keeps nothing of them', async () => {
    const wrong = { files: [{ path: 'domicile.yaml', content: 'domicile: 1\nmodels: [{ id: bloom, nmae: BLOOM }]\n' }] };
    const preview = (await sendImport(wrong).expect(200)).body as Import;
    expect(preview.problems).toContainEqual(expect.objectContaining({ file: 'claims/domicile.yaml', line: 2 }));
    expect((await sendImport({ ...wrong, expects: preview.digest }).expect(422)).body).toMatchObject({ code: 'not-importable', errors: [{ pointer: expect.stringContaining('claims/domicile.yaml:2') }] });
    expect((await list('')).total).toBe(0);
    expect((await call('get', 'register/revisions').expect(200)).body).toMatchObject({ total: 0 });
  });

  it.each([
    ['the character U+0000', 'domicile: 1\nmodels: [{ id: bloom, name: "a\\0b" }]\n'],
    ['half of a surrogate pair', 'domicile: 1\nmodels: [{ id: bloom, name: "a\\ud800b" }]\n'],
  ])('keeps no text with %s, and says so', async (_name, content) => {
    const body = { files: [{ path: 'domicile.yaml', content }] };
    const preview = (await sendImport(body).expect(200)).body as Import;
    expect(preview.problems.map(({ code }) => code)).toEqual(['unkeepable-text']);
    await sendImport({ ...body, expects: preview.digest }).expect(422);
  });

  describe('changed by hand', () => {
    const path = 'register/records/deployment/translate';
    const state = (value: object, more: object = {}): request.Test => call('put', path).send({ value, reason: 'seen on site', ...more });

    it('makes a record, changes the version that was read, and refuses any other', async () => {
      expect((await state({ name: 'Translation' }).expect(428)).body).toMatchObject({ code: 'precondition-required' });
      const made = await state({ name: 'Translation' }).set('if-none-match', '*').expect(201);
      expect(made.headers['etag']).toBe('"1"');
      await state({ name: 'Other' }).set('if-none-match', '*').expect(412);
      const changed = await state({ name: 'Dubbing' }).set('if-match', '"1"').expect(200);
      expect(changed.headers['etag']).toBe('"2"');
      await state({ name: 'Lost update' }).set('if-match', '"1"').expect(412);
      expect((await call('get', path).expect(200)).body).toMatchObject({ value: { id: 'translate', name: 'Dubbing' }, change: { revision: 2, reason: 'seen on site' }, statements: [{ importer: 'register' }] });
      const same = await state({ name: 'Dubbing' }).set('if-match', '"2"').expect(200);
      expect(same.headers['etag']).toBe('"2"');
    });

    it('stands beside what files say, or lets them give way', async () => {
      await apply(files(translation));
      const beside = await state({ purpose: 'dubbing' }).set('if-match', '"1"').expect(200);
      expect((beside.body as { disputed: string[] }).disputed).toEqual(['/purpose']);
      const alone = await state({ purpose: 'dubbing' }, { replaces: ['claims/domicile.yaml'] }).set('if-match', '"2"').expect(200);
      expect(alone.body).toMatchObject({ disputed: [], value: { id: 'translate', purpose: 'dubbing' }, sources: ['register/deployment/translate'] });
      expect((await state({}, { replaces: ['claims/nothing.yaml'] }).set('if-match', '"3"').expect(422)).body).toMatchObject({ code: 'not-importable' });
      await state({ purpose: 'dubbing', model: 'bloom', provider: 'own' }).set('if-match', '"3"').expect(200);
      const { findings } = JSON.parse((await call('post', 'audits').send({}).expect(201)).text) as { findings: { subject: string; location: object }[] };
      expect(findings.find(({ subject }) => subject === 'deployment/translate')?.location).toMatchObject({ file: 'register/deployment/translate' });
    });

    it('retires a record with a reason, once', async () => {
      await apply(files(translation));
      await call('delete', path).set('if-match', '"1"').expect(400);
      const gone = await call('delete', `${path}?reason=switched%20off`).set('if-match', '"1"').expect(200);
      expect(gone.body).toMatchObject({ retired: true, sources: [], value: { name: 'Translation' } });
      await call('delete', `${path}?reason=again`).set('if-match', '"2"').expect(409);
      const back = await state({ name: 'Translation, again' }).set('if-none-match', '*').expect(200);
      expect(back.body).toMatchObject({ retired: false });
    });

    it('by fifty at once loses no update', async () => {
      await state({ name: '0' }).set('if-none-match', '*').expect(201);
      const writer = async (): Promise<void> => {
        for (;;) {
          const { body, headers } = await call('get', path).expect(200);
          const name = String(Number((body as { value: { name: string } }).value.name) + 1);
          const { status } = await state({ name }).set('if-match', String(headers['etag']));
          if (status === 200) return;
          expect(status).toBe(412);
        }
      };
      await Promise.all(Array.from({ length: 50 }, writer));
      expect((await call('get', path).expect(200)).body).toMatchObject({ value: { name: '50' }, revision: 51 });
      const { body } = await call('get', `${path}/versions?limit=200`).expect(200);
      expect((body as { items: { value: { name: string } }[] }).items.map(({ value }) => value.name)).toEqual(Array.from({ length: 51 }, (_, index) => String(50 - index)));
    });

    it('writes the log of each change and nobody without the right changes anything', async () => {
      await state({ name: 'Translation' }).set('if-none-match', '*').expect(201);
      const { body } = await call('get', 'log').expect(200);
      expect((body as { entries: { action: string; subject: string }[] }).entries.at(-1)).toMatchObject({ action: 'register.state', subject: 'register/1' });
      const auditor = await signInAs(test, 'auditor@example.org', ['auditor']);
      expect((await auditor.call('put', `/api/v1/${path}`).set('if-match', '"1"').send({ value: {}, reason: 'no' })).status).toBe(403);
      expect((await auditor.call('get', `/api/v1/${path}`)).status).toBe(200);
    });
  });

  it('imports and audits in jobs too', async () => {
    const preview = (await sendImport(files(translation)).expect(200)).body as Import;
    const finished = async (kind: string, input: object): Promise<request.Response> => {
      const { body } = await call('post', 'jobs').send({ kind, input }).expect(201);
      const { id } = body as { id: string };
      for (;;) {
        const { body: job } = await call('get', `jobs/${id}`).expect(200);
        const { state, problem } = job as { state: string; problem: unknown };
        expect(problem).toBeNull();
        if (state === 'done') return call('get', `jobs/${id}/result`).expect(200);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const imported = await finished('import', { collection: 'claims', reason: 'nightly', ...files(translation), expects: preview.digest });
    expect(imported.body).toMatchObject({ applied: true, revision: 1 });
    const audited = await finished('register-audit', {});
    expect(audited.text).toBe((await call('post', 'audits').send({}).expect(201)).text);
  });
});

describe('the register, asked wrongly', () => {
  freshOnce();

  it.each([
    ['a path that leads out', { files: [{ path: '../domicile.yaml', content: '' }] }],
    ['nothing', { files: [] }],
    ['a file twice', { files: [{ path: 'a', content: '' }, { path: 'a', content: '' }] }],
    ['a file that is sent and withdrawn', { files: [{ path: 'a', content: '' }], withdraw: ['a'] }],
    ['a collection with a slash', { collection: 'a/b', files: [{ path: 'a', content: '' }] }],
    ['the name of the register itself', { collection: 'register', files: [{ path: 'a', content: '' }] }],
    ['no reason', { reason: ' ', files: [{ path: 'a', content: '' }] }],
  ])('takes no import of %s', async (_name, body) => {
    expect((await sendImport(body).expect(400)).body).toMatchObject({ code: 'invalid-request' });
  });

  it.each([
    ['a field that is none', { nmae: 'x' }, '/value'],
    ['another id', { id: 'other' }, '/value/id'],
    ['a wrong value', { place: { country: 'Germany' } }, '/value/place/country'],
    ['the character U+0000', { name: 'a\0b' }, '/value'],
  ])('takes no record with %s', async (_name, value, pointer) => {
    const { body } = await call('put', 'register/records/deployment/translate').send({ value, reason: 'seen on site' }).set('if-none-match', '*').expect(400);
    expect(body).toMatchObject({ code: 'invalid-request', errors: expect.arrayContaining([expect.objectContaining({ pointer })]) });
  });
});

describe('a workbook in the register', () => {
  freshOnce();

  it('is its sheets: those that leave it take what they state along, and it is withdrawn as a whole', async () => {
    const workbook = async (...names: string[]): Promise<object> => ({
      files: [{ path: 'register.xlsx', workbook: Buffer.from(await toXlsx(names.map((name) => ({ name, columns: ['id', 'name'], rows: [[`${name}-1`, 'One'], [`${name}-2`, 'Two']] })))).toString('base64') }],
    });
    expect(await apply(await workbook('providers', 'models'))).toMatchObject({ problems: [], counts: { added: 4 } });
    expect(await apply(await workbook('models'))).toMatchObject({ problems: [], counts: { retired: 2, unchanged: 2 } });
    const { items } = (await call('get', 'register/collections').expect(200)).body as { items: readonly { files: readonly { path: string }[] }[] };
    expect(items[0]?.files.map(({ path }) => path)).toEqual(['claims/register.xlsx/models.csv']);
    expect(await apply({ withdraw: ['register.xlsx'] })).toMatchObject({ counts: { retired: 2 } });
    await sendImport({ withdraw: ['register.xlsx'] }).expect(404);
  });
});

describe('the register lists', () => {
  freshOnce();
  beforeAll(async () => {
    await apply(files(Array.from({ length: 12 }, (_, index) => `  - { id: d${String(index).padStart(2, '0')}, name: "${index % 2 === 0 ? 'Even' : 'Odd'} ${11 - index}%_", model: bloom, provider: own, place: { country: ${index < 4 ? 'FR' : 'DE'} } }\n`).join('')));
  });

  it.each(['id', '-id', 'name', '-name', 'changed', '-changed'])('every record once, page by page, by %s', async (sort) => {
    const whole = await list(`sort=${sort}`);
    const paged: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: Page = await list(`sort=${sort}&limit=4${after === '' ? '' : `&after=${after}`}`);
      expect(page.total).toBe(whole.total);
      paged.push(...page.items.map(({ kind, id }) => `${kind} ${id}`));
      after = page.next;
    }
    expect(paged).toEqual(whole.items.map(({ kind, id }) => `${kind} ${id}`));
    expect(new Set(paged).size).toBe(15);
  });

  it('as a table that imports to the same, formulas kept from spreadsheets', async () => {
    const csv = (await call('get', 'register/export?kind=deployment&where=place.country%3DFR').expect(200)).text;
    expect(csv.split('\r\n')[0]).toContain('"id","name"');
    expect(csv.trim().split('\r\n')).toHaveLength(5);
    const preview = (await sendImport({ collection: 'claims', withdraw: ['domicile.yaml'], files: [{ path: 'deployments.csv', content: csv.replace('Even 11%_', '=Even') }] }).expect(200)).body as Import;
    expect(preview.problems).toEqual([]);
    expect(preview.changes.filter(({ what }) => what === 'changed')).toMatchObject([{ key: 'deployment/d00', fields: [{ pointer: '/name', before: 'Even 11%_', after: '=Even' }] }]);
    const xlsx = await call('get', 'register/export?kind=deployment&format=xlsx').responseType('blob').expect(200);
    expect(xlsx.headers['content-disposition']).toBe('attachment; filename="deployments.xlsx"');
    const workbook = { path: 'register.xlsx', workbook: (xlsx.body as Buffer).toString('base64') };
    const again = (await sendImport({ collection: 'claims', withdraw: ['domicile.yaml'], files: [workbook, { path: 'rest.yaml', content: manifest('').replace('deployments:\n', '') }] }).expect(200)).body as Import;
    expect(again).toMatchObject({ problems: [], counts: { added: 0, changed: 0, retired: 0 } });
    expect(((await sendImport({ files: [{ path: 'register.xlsx', workbook: Buffer.from('id,name').toString('base64') }] }).expect(200)).body as Import).problems).toMatchObject([{ file: 'claims/register.xlsx', code: 'not-readable' }]);
    await sendImport({ files: [{ path: 'register.xls', workbook: 'AAAA' }] }).expect(400);
    await sendImport({ files: [workbook, { path: 'register.xlsx/models.csv', content: '' }] }).expect(400);
    await call('get', 'register/export').expect(400);
    await call('get', 'register/export?kind=deployment&revision=99').expect(404);
  });

  it('with the total of the revision that stands', async () => {
    const totals = async (): Promise<readonly number[]> => [(await list('kind=model')).total, (await list('kind=model&search=extra')).total];
    const before = await totals();
    expect(await totals()).toEqual(before);
    await apply({ collection: 'extra', files: [{ path: 'models.csv', content: 'id,name\nextra,Extra\n' }] });
    expect(await totals()).toEqual([1 + (before[0] ?? 0), 1]);
    await apply({ collection: 'extra', withdraw: ['models.csv'] });
    expect(await totals()).toEqual(before);
  });

  it('more records than are read at once as one table, in order', async () => {
    await apply({ collection: 'many', files: [{ path: 'models.csv', content: `id,name\n${Array.from({ length: 2100 }, (_, index) => `m${String(index).padStart(4, '0')},Model ${index}\n`).join('')}` }] });
    const rows = (await call('get', 'register/export?kind=model&search=Model&sort=-id').expect(200)).text.trim().split('\r\n');
    expect(rows).toHaveLength(2101);
    expect(rows.slice(1).map((row) => row.slice(1, 6))).toEqual(Array.from({ length: 2100 }, (_, index) => `m${String(2099 - index).padStart(4, '0')}`));
    // Told to PostgreSQL at once: a question of a full table is not planned as one of an empty one.
    expect((await test.app.get(DataSource).query<{ rows: number }[]>("SELECT reltuples AS rows FROM pg_class WHERE oid = 'register_records'::regclass"))[0]?.rows).toBeGreaterThan(2_000);
    await apply({ collection: 'many', withdraw: ['models.csv'] });
  });

  it('what fits: by kind, part of a name, and fields', async () => {
    expect(await ids('kind=deployment&search=EVEN%201')).toEqual(['d00', 'd10']);
    expect(await ids('search=%25_&kind=model')).toEqual([]);
    expect((await list('search=%25_')).total).toBe(12);
    expect(await ids('where=place.country%3DFR&sort=-id')).toEqual(['d03', 'd02', 'd01', 'd00']);
    expect(await ids('where=place.country%3DFR&where=name%3DOdd%2010%25_')).toEqual(['d01']);
  });

  it.each(['kind=nothing', 'sort=size', 'limit=0', 'limit=5000', 'where=nothing', 'where=__proto__%3D1', 'after=xxx', 'search=%00', 'unknown=1', 'asOf=yesterday'])('nothing for %s, and say why', async (query) => {
    expect((await call('get', `register/records?${query}`).expect(400)).body).toMatchObject({ code: 'invalid-request' });
  });
});

import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/universal';
import { exportedLists as offered } from '../../src/web/api/shapes.js';
import { exportedLists } from '../../src/server/exports/exported-lists.js';
import { signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const count = 230;
const manifest = `domicile: 1
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: own, name: Acme IT, kind: own, country: DE }]
models: [{ id: bloom, name: BLOOM }]
deployments:
${Array.from({ length: count }, (_, index) => `  - { id: d${String(index).padStart(3, '0')}, name: D ${index}, model: bloom, provider: own, purpose: search, owner: languages }`).join('\n')}
`;

type Rows = readonly Readonly<Record<string, string>>[];

describe('lists as tables', () => {
  let test: TestApp;
  let officer: Browser;
  beforeAll(async () => {
    test = await startTestApp();
    officer = await signInAs(test, 'ines@example.org', ['compliance-officer', 'administrator']);
    const body = { collection: 'acme', reason: '=1+1', files: [{ path: 'domicile.yaml', content: manifest }] };
    const { digest } = (await officer.call('post', '/api/v1/register/imports').send(body).expect(200)).body as { digest: string };
    await officer.call('post', '/api/v1/register/imports').send({ ...body, expects: digest }).expect(201);
    await officer.call('post', '/api/v1/audits').send({}).expect(201);
  });
  afterAll(() => test.close());

  const table = async (list: string, query = '', who = officer): Promise<Rows> => parse((await who.call('get', `/api/v1/exports/${list}?${query}`).expect(200).expect('content-type', /text\/csv/)).text, { columns: true });

  it('hold every item of the list, with the same filters, past the end of a page', async () => {
    const { total } = (await officer.call('get', '/api/v1/findings?severity=high').expect(200)).body as { total: number };
    expect(total).toBeGreaterThan(200);
    const rows = await table('findings', 'severity=high');
    expect(rows).toHaveLength(total);
    expect(new Set(rows.map(({ fingerprint }) => fingerprint)).size).toBe(total);
    expect(new Set(rows.map(({ severity }) => severity))).toEqual(new Set(['high']));
    const many = await table('findings', 'severity=high&severity=critical');
    expect(new Set(many.map(({ severity }) => severity))).toEqual(new Set(['high', 'critical']));
    expect(await table('findings', 'severity=high&limit=1&after=x')).toEqual(rows);
  });

  it('exist for every list, and are what the pages offer', async () => {
    expect([...offered].sort()).toEqual(Object.keys(exportedLists).sort());
    for (const [list, { path }] of Object.entries(exportedLists)) {
      const { items } = (await officer.call('get', `/api/v1/${path}`).expect(200)).body as { items: readonly unknown[] };
      expect([list, (await table(list)).length]).toEqual([list, items.length === 50 || list === 'findings' ? expect.any(Number) : items.length]);
    }
  });

  it('show what lies within an item as columns of its own, and keep formulas from spreadsheets', async () => {
    const [audit] = await table('audits');
    expect(Object.keys(audit ?? {})).toEqual(expect.arrayContaining(['id', 'conclusion', 'counts.fail', 'more']));
    expect(audit?.['more']).toBe('');
    const [revision] = await table('revisions');
    expect(revision?.['reason']).toBe("'=1+1");
  });

  it('come as a workbook of text', async () => {
    const { body, headers } = await officer.call('get', '/api/v1/exports/findings?format=xlsx&severity=high').responseType('blob').expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename="findings.xlsx"');
    const [sheet] = await readXlsxFile(new Uint8Array(body as Buffer).buffer);
    const [header = [], ...rows] = sheet?.data ?? [];
    expect(header).toContain('ruleId');
    expect(rows).toHaveLength((await table('findings', 'severity=high')).length);
  });

  it('are refused like the list: by parameter, by role, to whoever is not known', async () => {
    expect((await officer.call('get', '/api/v1/exports/findings?severity=worst').expect(400)).body).toMatchObject({ code: 'invalid-request', errors: [{ pointer: expect.stringContaining('severity') as string }] });
    await officer.call('get', '/api/v1/exports/findings?format=ods').expect(400);
    await officer.call('get', '/api/v1/exports/secrets').expect(403);
    const auditor = await signInAs(test, 'ada@example.org', ['auditor']);
    expect((await table('findings', 'severity=high', auditor)).length).toBeGreaterThan(200);
    for (const list of ['users', 'keys', 'deliveries']) await auditor.call('get', `/api/v1/exports/${list}`).expect(403);
  });
});

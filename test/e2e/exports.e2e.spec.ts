import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/universal';
import { exportedList, exportedLists, type ExportedListName } from '../../src/server/exports/exported-lists.js';
import { exportedLists as offered, wholeLists } from '../../src/web/api/shapes.js';
import { signInAs, type Browser } from './browser.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

/** Lists that are no tables of `/exports`, and why. */
const others: Readonly<Record<string, string>> = {
  '/api/v1/log': 'GET /log/export, which is verified',
  '/api/v1/register/records': 'GET /register/export, which is imported again',
  '/api/v1/retention/preview': 'is what would be deleted now, not a list that is kept',
};
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
  });
  afterAll(() => test.close());

  const table = async (list: string, query = '', who = officer): Promise<Rows> => parse((await who.call('get', `/api/v1/exports/${list}?${query}`).expect(200).expect('content-type', /text\/csv/)).text, { columns: true });

  it('are refused where a table without findings would say that there are none', async () => {
    expect((await officer.call('get', '/api/v1/exports/findings').expect(409)).body).toMatchObject({ code: 'conflict', detail: expect.stringContaining('not been audited') as string });
    await officer.call('get', '/api/v1/exports/findings?format=xlsx').expect(409);
    await officer.call('post', '/api/v1/audits').send({}).expect(201);
  });

  it('hold every item of the list, with the same filters, past the end of a page', async () => {
    const { total } = (await officer.call('get', '/api/v1/findings?severity=high').expect(200)).body as { total: number };
    expect(total).toBeGreaterThan(200);
    const rows = await table('findings', 'severity=high');
    expect(rows).toHaveLength(total);
    expect(new Set(rows.map(({ fingerprint }) => fingerprint)).size).toBe(total);
    expect(new Set(rows.map(({ severity }) => severity))).toEqual(new Set(['high']));
    expect(new Set(rows.map((row) => row['audited.stale']))).toEqual(new Set(['false']));
    const many = await table('findings', 'severity=high&severity=critical');
    expect(new Set(many.map(({ severity }) => severity))).toEqual(new Set(['high', 'critical']));
    expect(await table('findings', 'severity=high&limit=1&after=x')).toEqual(rows);
  });

  it('exist for every list of the API, and are what the pages offer', async () => {
    const { body } = await officer.call('get', '/api/openapi.json').expect(200);
    const { paths, components } = body as { paths: Record<string, { get?: { responses: Record<string, { content?: Record<string, { schema?: { $ref?: string } }> }> } }>; components: { schemas: Record<string, { properties?: object }> } };
    const listed = Object.entries(paths).flatMap(([path, { get }]) => {
      const properties = components.schemas[get?.responses['200']?.content?.['application/json']?.schema?.$ref?.split('/').at(-1) ?? '']?.properties ?? {};
      return 'items' in properties || 'entries' in properties ? [path.replaceAll(/\{\w+\}/g, '{}')] : [];
    });
    expect(listed.length).toBeGreaterThan(20);
    expect([...listed].sort()).toEqual([...Object.values(exportedLists).map(({ path }) => `/api/v1/${path.replaceAll(/\{\w+\}/g, '{}')}`), ...Object.keys(others)].sort());
    const names = Object.keys(exportedLists) as ExportedListName[];
    expect(offered.filter((name) => !names.includes(name))).toEqual([]);
    expect([...wholeLists].sort()).toEqual(offered.filter((name) => exportedList(name).cursor === undefined).sort());
  });

  it.each(['audits', 'keys', 'people', 'policies', 'revisions', 'users'] as const)('hold as many rows as the list of %s has items', async (list) => {
    const { items } = (await officer.call('get', `/api/v1/${exportedLists[list].path}`).expect(200)).body as { items: readonly unknown[] };
    expect(items.length).toBeGreaterThan(0);
    expect(await table(list)).toHaveLength(items.length);
  });

  it('take what their address names from the parameters', async () => {
    expect(await table('versions', 'kind=deployment&id=d007')).toMatchObject([{ revision: '1', 'value.name': 'D 7' }]);
    await officer.call('get', '/api/v1/exports/versions?kind=deployment&id=none').expect(404);
    for (const query of ['kind=deployment', 'kind=deployment&id=', 'kind=..&id=..', 'kind=deployment&id=a&id=b']) expect((await officer.call('get', `/api/v1/exports/versions?${query}`).expect(400)).body).toMatchObject({ code: 'invalid-request' });
  });

  it('are cut off, not ended, where a page of them fails', async () => {
    const server = test.app.getHttpAdapter().getInstance();
    const inject = server.inject.bind(server);
    let asked = 0;
    const failing = jest.spyOn(server, 'inject').mockImplementation(((options: object) => (++asked === 1 ? inject(options) : Promise.resolve({ statusCode: 503, body: JSON.stringify({ code: 'unavailable', detail: 'not now' }) }))) as never);
    await expect(officer.call('get', '/api/v1/exports/findings?severity=high')).rejects.toThrow(/aborted|socket hang up/);
    expect(asked).toBe(2);
    failing.mockRestore();
  });

  it('hold what of a list cannot be shown as the rest', async () => {
    const server = test.app.getHttpAdapter().getInstance();
    const answering = jest.spyOn(server, 'inject').mockImplementation((() => Promise.resolve({ statusCode: 200, body: JSON.stringify({ items: [{ id: 'whole' }], broken: [{ id: 'torn', problems: [{ message: 'no rule' }] }] }) })) as never);
    expect(await table('policies')).toMatchObject([{ id: 'whole', problems: '' }, { id: 'torn', problems: expect.stringContaining('no rule') as string }]);
    answering.mockRestore();
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
    expect((await officer.call('get', '/api/v1/exports/users?search=ines').expect(400)).body).toMatchObject({ errors: [{ pointer: 'search' }] });
    const auditor = await signInAs(test, 'ada@example.org', ['auditor']);
    expect((await table('findings', 'severity=high', auditor)).length).toBeGreaterThan(200);
    for (const list of ['users', 'keys', 'deliveries']) await auditor.call('get', `/api/v1/exports/${list}`).expect(403);
  });
});

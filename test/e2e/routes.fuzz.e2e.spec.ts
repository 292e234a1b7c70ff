import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import request from 'supertest';
import { verifyLog } from '../../src/core/log/verify-log.js';
import { type LogEntry } from '../../src/core/log/log-entry.js';
import { loadExample } from '../../src/server/load-example.js';
import { readApiDocument, schemaCompiler } from './api-document.js';
import { signInAs, type Browser } from './browser.js';
import { KnownValues, oddRequest, type NamedOperation, type OddRequest } from './odd-request.js';
import { signDecision } from './sign-decision.js';
import { startTestApp, type TestApp } from './test-app.js';

/** Requests of each operation; `DOMICILE_FUZZ_RUNS` asks for more, `DOMICILE_FUZZ_SEED` for others. */
const runs = Number(process.env['DOMICILE_FUZZ_RUNS'] ?? 9);
const seed = Number(process.env['DOMICILE_FUZZ_SEED'] ?? 7);

jest.setTimeout(120_000 + runs * 5_000);

const document = readApiDocument();
const compile = schemaCompiler(document);
const operations: readonly NamedOperation[] = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ method: method as NamedOperation['method'], path, operation })));

interface Asker {
  readonly person: Browser;
  readonly key: string;
}

describe('every route, asked what its description allows or nearly allows', () => {
  let test: TestApp;
  let asker: Asker;
  let people = 0;
  const random = xoroshiro128plus(seed);
  const known = new KnownValues();
  const statuses = new Map<string, Set<number>>();

  const renew = async (): Promise<void> => {
    const person = await signInAs(test, `fuzz-${(people += 1)}@example.org`, ['administrator']);
    const { body } = await person.call('post', '/api/v1/keys').send({ name: 'fuzz', permissions: ['audit:read', 'check:create', 'register:write'] });
    asker = { person, key: (body as { secret?: string; key?: string }).key ?? test.key };
  };
  beforeAll(async () => {
    test = await startTestApp();
    await loadExample(test.app);
    await renew();
    await begin();
  });
  afterAll(() => test.close());

  /** One of each thing that requests can be about. */
  const begin = async (): Promise<void> => {
    const make = (path: string, body: object): request.Test => asker.person.call('post', `/api/v1/${path}`).send(body);
    const audit = await make('audits', {}).expect(201);
    const { findings } = JSON.parse(audit.text) as { findings: readonly { fingerprint: string }[] };
    await make('jobs', { kind: 'report', input: { audit: String(audit.headers['x-audit-id']), template: 'board-brief', language: 'en' } }).expect(201);
    for (const name of ['house', 'office']) await make('policies/own', { name, text: `apiVersion: domicile/v1\nkind: PolicyOverlay\nmetadata: { id: ${name} }\nextends: { pack: transfers, version: "1" }\nrules: { TRF-01: { severity: critical } }\n`, remark: 'stricter' }).expect(201);
    for (const { fingerprint } of findings.slice(0, 3)) await make('waivers', { findings: [fingerprint], reason: 'migration', justification: 'moves with the release of March', expiresAt: '2027-03-31' }).expect(201);
    await make('evidence', { title: 'Agreement', type: 'data-processing-agreement', record: 'provider/azure', effective: '2026-02-01', fileName: 'dpa.txt', mediaType: 'text/plain', content: 'SGVsbG8=' }).expect(201);
    await make('schedules', { name: 'Report', cron: '0 8 * * 1', timeZone: 'Europe/Berlin', audit: {}, report: { template: 'board-brief', language: 'en' }, condition: 'always', recipients: [], enabled: false }).expect(201);
    for (const templates of [['status-quo', 'closed-api', 'hybrid'], ['closed-api', 'edge']]) await make('decisions', { templates }).expect(201);
    await signDecision(await signInAs(test, 'author@example.org', ['compliance-officer']), await signInAs(test, 'signer@example.org', ['risk-officer']));
    await make('jobs', { kind: 'register-audit', input: {} }).expect(201);
    for (const each of operations.filter(({ method, path }) => method === 'get' && path.startsWith('/api/v1/') && !path.includes('{'))) learn(each.path, await ask(each, { path: each.path, headers: {}, body: undefined }));
  };

  const ask = async ({ method }: NamedOperation, { path, headers, body }: OddRequest): Promise<request.Response> => {
    const byKey = uniformInt(random, 0, 9) === 0;
    const asked = byKey ? request(test.server)[method](path).set('authorization', `Bearer ${asker.key}`) : asker.person.call(method, path);
    for (const [name, value] of Object.entries(headers)) asked.set(name, value);
    return asked.redirects(0).buffer(true).parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    }).send(body);
  };

  /** What is wrong with an answer; nothing where it is one the description allows. */
  const faultOf = ({ operation }: NamedOperation, response: request.Response): string | undefined => {
    const { status } = response;
    if (status >= 500) return `answers ${status}`;
    const described = operation.responses[String(status)];
    if (described === undefined) return `answers ${status}, which its description does not name`;
    const type = response.type;
    if (status >= 400 && type !== 'application/problem+json') return `refuses with ${type}`;
    const bytes = response.body as Buffer;
    if (bytes.length === 0) return undefined;
    const media = described.content?.[type];
    if (media === undefined) return `answers ${status} with ${type}, which its description does not name`;
    if (!['application/json', 'application/problem+json'].includes(type) || media.schema === undefined) return undefined;
    const fits = compile(media.schema);
    return fits(JSON.parse(bytes.toString('utf8'))) ? undefined : `answers ${status} with what its schema does not allow: ${JSON.stringify(fits.errors).slice(0, 600)}`;
  };

  const learn = (path: string, response: request.Response): void => {
    if (response.status >= 300 || response.type !== 'application/json') return;
    const text = (response.body as Buffer).toString('utf8');
    for (const [, value] of text.slice(0, 20_000).matchAll(/"(?:id|fingerprint|sha256|digest|record|subject)":"([^"\\]{1,100})"/g)) if (value !== undefined) known.addReference(value);
    const { items = [] } = JSON.parse(text) as { readonly items?: readonly Readonly<Record<string, unknown>>[] };
    for (const { id, fingerprint, kind } of items) known.addId(path, { id: String(fingerprint ?? id), ...(typeof kind === 'string' ? { kind } : {}) });
  };

  it('answers as it is described, and never with a failure of its own', async () => {
    const faults = new Map<string, string>();
    for (let run = 0; run < runs; run++)
      for (const each of operations) {
        const odd = oddRequest(document, each, known, random, run % 3 === 0);
        let response = await ask(each, odd);
        if (response.status === 401 && each.operation.security !== undefined) {
          await renew();
          response = await ask(each, odd);
        }
        learn(each.path, response);
        const name = `${each.method} ${each.path}`;
        statuses.set(name, (statuses.get(name) ?? new Set()).add(response.status));
        const fault = faultOf(each, response);
        if (fault !== undefined) faults.set(`${name} ${fault.slice(0, 200)}`, `${name} ${fault}\n  ${JSON.stringify({ ...odd, body: odd.body?.toString().slice(0, 400) })}\n  ${(response.body as Buffer).toString('utf8').slice(0, 300)}`);
      }
    expect([...faults.values()].join('\n')).toBe('');
    expect(test.log.filter((line) => /"level":(50|60)|"level":"(error|fatal)"/.test(line))).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('was mostly reached beyond its first refusal', () => {
    const refused = [...statuses].filter(([, seen]) => ![...seen].some((status) => status < 400)).map(([name]) => name);
    if (refused.length > operations.length / 3) throw new Error(`these routes refused everything: ${refused.join(', ')}`);
    expect(statuses.size).toBe(operations.length);
  });

  it('leaves a log that verifies', async () => {
    const response = await asker.person.call('get', '/api/v1/log/export').buffer(true).parse((stream, done) => {
      let text = '';
      stream.setEncoding('utf8');
      stream.on('data', (part: string) => (text += part));
      stream.on('end', () => done(null, text));
    });
    const entries = (response.body as unknown as string).split('\n').filter(Boolean).map((line) => JSON.parse(line) as LogEntry);
    expect(entries.length).toBeGreaterThan(runs);
    expect(verifyLog(entries)).toMatchObject({ state: 'intact', entries: entries.length });
  });
});

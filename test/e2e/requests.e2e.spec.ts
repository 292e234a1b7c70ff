import request from 'supertest';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(60_000);

describe('requests', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(async () => {
    await test.close();
  });

  const check = (): request.Test => request(test.server).post('/api/v1/checks').set('authorization', `Bearer ${test.key}`);
  const problem = (status: number, code: string) => (response: request.Response) => {
    expect(response.status).toBe(status);
    expect(response.type).toBe('application/problem+json');
    expect(response.body).toMatchObject({ type: `urn:domicile:problem:${code}`, status, code, instance: response.headers['x-request-id'] ?? expect.any(String) });
    expect((response.body as { detail: string }).detail).toContain('; ');
  };

  it('answer health without a key', async () => {
    await request(test.server).get('/health/live').expect(200, { status: 'ok' });
    await request(test.server).get('/health/ready').expect(200, { status: 'ok' });
  });

  it('are measured by route, not by what was asked', async () => {
    await request(test.server).get('/health/live?who=alice');
    await request(test.server).get('/alice').set('authorization', 'Bearer alice');
    const { text } = await request(test.server).get('/metrics').expect(200).expect('content-type', /text\/plain/);
    expect(text).toMatch(/domicile_http_request_duration_seconds_count\{method="GET",route="\/health\/live",status="200"\} [1-9]/);
    expect(text).toMatch(/route="unknown",status="404"/);
    for (const name of ['domicile_database_connections', 'domicile_checks_waiting', 'process_resident_memory_bytes']) expect(text).toMatch(new RegExp(`^${name} `, 'm'));
    expect(text).not.toContain('alice');
  });

  it('carry security headers and a request id, the given one where it is plain', async () => {
    const { headers } = await request(test.server).get('/health/live').set('x-request-id', 'build-4711-attempt-2');
    expect(headers).toMatchObject({ 'x-request-id': 'build-4711-attempt-2', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    const forged = await request(test.server).get('/health/live').set('x-request-id', 'a b {"level":"fatal"}');
    expect(forged.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('are refused without a key, and with one that is wrong', async () => {
    const bare = await request(test.server).post('/api/v1/checks').send({ files: [] });
    problem(401, 'not-signed-in')(bare);
    expect(bare.headers['www-authenticate']).toContain('Bearer');
    for (const authorization of ['Bearer wrong', `Bearer ${test.key}x`, 'Basic YTpi', 'Bearer', `Bearer ${'k'.repeat(5000)}`]) await request(test.server).get('/api/v1/audits/01990000-0000-7000-8000-000000000000').set('authorization', authorization).expect(problem(401, 'not-signed-in'));
  });

  it.each([
    ['no files', { files: [] }, '/files'],
    ['an unknown field', { files: [{ path: 'domicile.yaml', content: '' }], fail_on: 'high' }, ''],
    ['a path that climbs', { files: [{ path: '../etc/passwd', content: '' }] }, '/files/0/path'],
    ['an absolute path', { files: [{ path: '/etc/passwd', content: '' }] }, '/files/0/path'],
    ['a file given twice', { files: [{ path: 'a.yaml', content: '' }, { path: 'a.yaml', content: '' }] }, '/files/1/path'],
    ['a severity that is none', { files: [{ path: 'a.yaml', content: '' }], failOn: 'severe' }, '/failOn'],
    ['an instant that is none', { files: [{ path: 'a.yaml', content: '' }], asOf: 'yesterday' }, '/asOf'],
    ['a list for a body', [], ''],
  ])('with %s are refused by pointer', async (_name, body, pointer) => {
    const response = await check().send(body);
    problem(400, 'invalid-request')(response);
    expect((response.body as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe(pointer);
  });

  it.each([
    ['half of a document', '{"files":[', 400, 'malformed-body'],
    ['no document', '', 400, 'malformed-body'],
    ['a million brackets', '['.repeat(500_000), 400, 'malformed-body'],
    ['a prototype key', '{"__proto__":{"files":[]}}', 400, 'malformed-body'],
    ['more than the limit', `{"files":"${'x'.repeat(1024 * 1024)}"}`, 413, 'body-too-large'],
  ])('with %s are refused', async (_name, body, status, code) => {
    await check().set('content-type', 'application/json').send(body).expect(problem(status, code));
  });

  it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'nonsense'])('of type %s are refused', async (type) => {
    await check().set('content-type', type).send('files=1').expect(problem(415, 'unsupported-media-type'));
  });

  it('for what is not there are told so', async () => {
    const audit = (id: string): request.Test => request(test.server).get(`/api/v1/audits/${id}`).set('authorization', `Bearer ${test.key}`);
    await audit('01990000-0000-7000-8000-000000000000').expect(problem(404, 'unknown-record'));
    await audit('01990000-0000-7000-8000-000000000000/report.pdf').expect(problem(404, 'unknown-record'));
    await audit("1'; DROP TABLE audits; --").expect(problem(400, 'invalid-request'));
    await audit('%zz').expect(problem(400, 'invalid-request'));
    await request(test.server).get('/nowhere').expect(problem(404, 'unknown-route'));
  });

  it('are described in OpenAPI 3.1, every operation with its problems', async () => {
    const { body } = await request(test.server).get('/api/openapi.json').expect(200);
    const api = body as { openapi: string; paths: Record<string, Record<string, { operationId: string; security?: unknown[]; responses: Record<string, unknown> }>>; components: { schemas: Record<string, unknown> } };
    expect(api.openapi).toBe('3.1.0');
    expect(Object.keys(api.components.schemas)).toEqual(expect.arrayContaining(['Problem', 'CheckRequest']));
    const closed = Object.values(api.paths).flatMap((operations) => Object.values(operations).filter(({ security }) => security !== undefined));
    const newJob = JSON.stringify((api.paths['/api/v1/jobs']?.['post'] as unknown as { requestBody: unknown }).requestBody);
    for (const part of ['"audit"', '"report"', 'schemas/CheckRequest', 'schemas/ReportJob']) expect(newJob).toContain(part);
    expect(closed.length).toBeGreaterThan(10);
    for (const { operationId, responses } of closed) expect([operationId, Object.keys(responses)]).toEqual([operationId, expect.arrayContaining(['401', '403'])]);
    await request(test.server).get('/api/docs').expect(200).expect('content-type', /html/);
  });

  it('leave neither keys nor addresses nor bodies in the log', async () => {
    await check().send({ files: [{ path: 'a.yaml', content: 'secret-of-the-body' }], x: 1 });
    await request(test.server).get('/health/live?name=secret-of-the-query');
    const log = test.log.join('');
    expect(log).toContain('"route":"/api/v1/checks"');
    for (const secret of [test.key, 'secret-of', '127.0.0.1', '::1']) expect(log).not.toContain(secret);
  });
});

import request from 'supertest';
import { DataSource } from 'typeorm';
import { PackedOrigins1796860800070 } from '../../migrations/1796860800070-packed-origins.js';
import { packOrigins, unpackOrigins } from '../../src/core/register/packed-origins.js';
import { startTestApp, type TestApp } from './test-app.js';

const manifest = 'domicile: 1\norganisation: { id: acme, name: Acme GmbH }\nmodels: [{ id: bloom, name: BLOOM }]\n';

describe('where the fields of a record are stated', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it('is packed and unpacked without loss', () => {
    const origins = { '/id': { line: 1, column: 9, confidence: 'declared' }, '/name': { line: 2, column: 3, confidence: 'inferred', note: 'by its name' }, '/licence': { pointer: '/a/b', confidence: 'declared' }, '/__proto__': { line: 4, column: 4, confidence: 'declared', pointer: '/c' } } as const;
    expect(unpackOrigins(packOrigins(origins))).toEqual(origins);
    expect(packOrigins({ '/id': origins['/id'] })).toBe('{"/id":[1,9]}');
  });

  it('is the same before and after the migration, there and back', async () => {
    const imports = (body: object): request.Test => request(test.server).post('/api/v1/register/imports').set('authorization', `Bearer ${test.key}`).send(body);
    const body = { collection: 'claims', reason: 'first state', files: [{ path: 'domicile.yaml', content: manifest }, { path: 'modelcard/README.md', content: '---\nlicense: apache-2.0\n---\n# Bloom\n' }] };
    await imports({ ...body, expects: ((await imports(body)).body as { digest: string }).digest }).expect(201);
    const read = async (): Promise<unknown> => (await request(test.server).get('/api/v1/register/records/model/bloom').set('authorization', `Bearer ${test.key}`).expect(200)).body;
    const before = await read();
    const owner = await new DataSource({ type: 'postgres', url: test.database.ownerUrl }).initialize();
    const runner = owner.createQueryRunner();
    const statements = async (): Promise<unknown> => runner.query('SELECT key, statements FROM register_records ORDER BY kind, key');
    const migration = new PackedOrigins1796860800070();
    const packed = await statements();
    await migration.down(runner);
    expect(JSON.stringify(await statements())).toContain('"confidence":"declared"');
    expect(await statements()).not.toEqual(packed);
    await migration.up(runner);
    await runner.release();
    await owner.destroy();
    expect(await read()).toEqual(before);
    expect(JSON.stringify(before)).toContain('"/name":{');
  });
});

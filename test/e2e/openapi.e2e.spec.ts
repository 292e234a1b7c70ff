import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import request from 'supertest';
import { committedDocument, readApiDocument, schemaCompiler, type MediaType } from './api-document.js';
import { startTestApp } from './test-app.js';

jest.setTimeout(60_000);

const document = readApiDocument();
const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })));

describe('docs/openapi.json', () => {
  it('is what the server serves', async () => {
    const test = await startTestApp();
    const { body } = await request(test.server).get('/api/openapi.json').expect(200);
    await test.close();
    expect(`${JSON.stringify(body, null, 2)}\n`).toBe(readFileSync(committedDocument, 'utf8'));
  });

  it('is OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(readFileSync(committedDocument, 'utf8'))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    expect((await new Validator().validate(JSON.stringify({ ...document, paths: { '/x': { get: { responses: [] } } } }))).valid).toBe(false);
  });

  it('gives examples that fit their schemas', () => {
    const compile = schemaCompiler(document);
    const misfits: unknown[] = [];
    let tried = 0;
    const look = (name: string, schema: object, example: unknown): void => {
      tried++;
      const fits = compile(schema);
      if (!fits(example)) misfits.push([name, fits.errors]);
    };
    for (const [name, schema] of Object.entries(document.components.schemas)) if (schema.example !== undefined) look(name, { $ref: `#/components/schemas/${name}` }, schema.example);
    for (const { name, requestBody, responses } of operations)
      for (const content of [requestBody, ...Object.values(responses)].map((body) => body?.content ?? {}))
        for (const { schema, examples } of Object.values<MediaType>(content))
          for (const { $ref, value } of Object.values(examples ?? {})) look(name, schema ?? {}, $ref === undefined ? value : document.components.examples[$ref.split('/').at(-1) ?? '']?.value);
    expect(misfits).toEqual([]);
    expect(tried).toBeGreaterThan(300);
    expect(compile({ $ref: '#/components/schemas/Problem404' })(document.components.examples['conflict']?.value)).toBe(false);
  });

  it('says which problems each route can answer with', () => {
    for (const { name, security, requestBody, responses } of operations) {
      const expected = ['500', '503', ...(security === undefined ? [] : ['401', '403']), ...(requestBody === undefined ? [] : ['400', '413', '415'])];
      expect([name, expected.filter((status) => responses[status]?.content?.['application/problem+json']?.examples === undefined)]).toEqual([name, []]);
    }
  });
});

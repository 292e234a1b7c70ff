import request from 'supertest';
import { type TestApp } from '../e2e/test-app.js';

/** Brings files into the register as a collection of their own. */
export async function importFiles(test: TestApp, files: Readonly<Record<string, string>>, collection = 'acme'): Promise<void> {
  const body = { collection, reason: 'first state', files: Object.entries(files).map(([path, content]) => ({ path, content })) };
  const send = (more: object): request.Test => request(test.server).post('/api/v1/register/imports').set('authorization', `Bearer ${test.key}`).send({ ...body, ...more });
  const preview = await send({}).expect(200);
  await send({ expects: (preview.body as { digest: string }).digest }).expect(201);
}

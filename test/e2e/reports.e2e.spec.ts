import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { reportVerification } from '../../src/signing/report-verification.js';
import { readSigner } from '../../src/signing/read-signer.js';
import { signReport } from '../../src/signing/sign-report.js';
import { CertificateAuthority } from '../signing/certificate-authority.js';
import { startTestApp, type TestApp } from './test-app.js';

jest.setTimeout(120_000);

const small = 'domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, name: Acme IT, kind: own, country: DE }]\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments: [{ id: translate, name: Translation, model: bloom, provider: own, purpose: translation }]\n';
const authority = new CertificateAuthority('Acme Root');

describe('a report', () => {
  let test: TestApp;
  let id: string;
  beforeAll(async () => {
    test = await startTestApp({ signers: authority.read(authority.root).bytes.toString() });
    const answer = await request(test.server).post('/api/v1/checks').set('authorization', `Bearer ${test.key}`).send({ files: [{ path: 'domicile.yaml', content: small }] });
    id = String(answer.headers['x-audit-id']);
  });
  afterAll(() => test.close());

  const report = async (query = ''): Promise<request.Response> => request(test.server).get(`/api/v1/audits/${id}/report.pdf${query}`).set('authorization', `Bearer ${test.key}`).buffer(true);
  const verify = (body: Buffer, type = 'application/pdf'): request.Test => request(test.server).post('/api/v1/reports/verify').set('authorization', `Bearer ${test.key}`).set('content-type', type).send(body);

  it.each(['', '?template=board-brief&language=de'])('of an audit stored here is verified by printing it again: %s', async (query) => {
    const { status, body } = await verify((await report(query)).body as Buffer);
    expect(status).toBe(200);
    const { conclusion, checks } = reportVerification.parse(body);
    expect(checks).toContainEqual(expect.objectContaining({ check: 'reproduction', state: 'right' }));
    expect(conclusion).toBe('verified');
  });

  it('that is signed is verified by its signer, and fails once a byte is changed', async () => {
    test.clock.set('2030-01-01T00:00:00Z');
    const { key, certificate } = authority.issue('Office');
    const signer = await readSigner({ key: authority.read(key), certificates: authority.read(certificate) });
    const signed = Buffer.from(await signReport((await report()).body as Buffer, { signer, at: new Date('2026-11-20T00:00:00Z') }));
    const { body } = await verify(signed);
    expect(body).toMatchObject({ conclusion: 'verified', signer: { subject: expect.stringContaining('CN=Office') }, checks: expect.arrayContaining([expect.objectContaining({ check: 'certificate', state: 'right' }), expect.objectContaining({ check: 'reproduction', state: 'right' })]) });
    signed[9_000] = (signed[9_000] ?? 0) ^ 1;
    expect((await verify(signed)).body).toMatchObject({ conclusion: 'failed' });
  });

  it('of another house is undecided', async () => {
    const other = await startTestApp();
    try {
      const pdf = (await report()).body as Buffer;
      const { body } = await request(other.server).post('/api/v1/reports/verify').set('authorization', `Bearer ${other.key}`).set('content-type', 'application/pdf').send(pdf);
      expect(body).toMatchObject({ conclusion: 'undecided', report: { conclusion: expect.any(String) } });
    } finally {
      await other.close();
    }
  });

  it('is not made of what is no report', async () => {
    expect((await verify(Buffer.from('hello'))).body).toMatchObject({ conclusion: 'failed', checks: [{ check: 'file', state: 'wrong' }] });
    expect((await verify(Buffer.from('{}'), 'application/json')).status).toBe(415);
    expect((await request(test.server).post('/api/v1/reports/verify').set('content-type', 'application/pdf').send(Buffer.from('x'))).status).toBe(401);
    expect((await report('?template=dossier')).status).toBe(400);
    expect((await report('?language=xx')).status).toBe(400);
  });

  it('that a job printed is kept, listed newest first, and given byte for byte', async () => {
    const ask = (language: string): request.Test => request(test.server).post('/api/v1/jobs').set('authorization', `Bearer ${test.key}`).send({ kind: 'report', input: { audit: id, template: 'board-brief', language } });
    const digests: string[] = [];
    for (const language of ['en', 'de']) {
      const { body } = await ask(language).expect(201);
      digests.unshift(await ended((body as { id: string }).id));
    }
    const list = (query: string): request.Test => request(test.server).get(`/api/v1/reports${query}`).set('authorization', `Bearer ${test.key}`);
    const { body } = await list(`?audit=${id}&limit=1`).expect(200);
    const first = body as { items: { id: string; size: number }[]; total: number; next: string };
    expect(first).toMatchObject({ items: [{ audit: id, template: 'board-brief', language: 'de', digest: digests[0] }], total: 2, next: first.items[0]?.id });
    const second = (await list(`?audit=${id}&limit=1&after=${first.next}`).expect(200)).body as { items: { id: string }[] };
    expect(second).toMatchObject({ items: [{ language: 'en', digest: digests[1] }], total: 2, next: null });
    expect((await list(`?audit=${first.next}`).expect(200)).body).toMatchObject({ items: [], total: 0, next: null });
    const kept = await list(`/${first.items[0]?.id}/content`).buffer(true).expect(200).expect('content-type', 'application/pdf');
    expect([`sha256:${createHash('sha256').update(kept.body as Buffer).digest('hex')}`, (kept.body as Buffer).length]).toEqual([digests[0], first.items[0]?.size]);
    await list(`/${id}/content`).expect(404);
  });

  const ended = async (job: string): Promise<string> => {
    for (let waited = 0; waited < 60_000; waited += 100) {
      const { body } = await request(test.server).get(`/api/v1/jobs/${job}`).set('authorization', `Bearer ${test.key}`).expect(200);
      const { state, result } = body as { state: string; result: { digest: string } | null };
      if (result !== null) return result.digest;
      if (state === 'failed') throw new Error(JSON.stringify(body));
      await sleep(100);
    }
    throw new Error('the job never ended');
  };
});

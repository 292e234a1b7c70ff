import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { callsTo, verifyLog } from './killed-processes.js';
import { startServerProcess, type ServerProcess } from './server-process.js';

jest.setTimeout(240_000);

const size = 1500;
const manifest = `domicile: 1
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: own, name: Acme IT, kind: own, country: DE }]
models: [{ id: bloom, name: BLOOM }]
deployments:
${Array.from({ length: size }, (_, index) => `  - { id: d${index}, name: Deployment ${index}, model: bloom, provider: own }\n`).join('')}`;

interface Answer {
  readonly total: number;
  readonly revision?: number;
  readonly digest?: string;
  readonly items?: readonly { readonly revision: number }[];
}

describe('the server, killed while it writes the register', () => {
  const folder = mkdtempSync(join(tmpdir(), 'register-kill-'));
  const settings = { DOMICILE_DATA: join(folder, 'data'), DOMICILE_CHECK_SECONDS: '120' };
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServerProcess(settings);
  });
  afterAll(async () => {
    await server.end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  const calls = callsTo(() => server);
  const { call } = calls;
  const read = async (path: string): Promise<Answer> => (await (await call(path)).json()) as Answer;

  it('has all of an import or nothing, and a valid log, whenever it died', async () => {
    for (const [round, wait] of [40, 150, 400, 900].entries()) {
      const request = { collection: `round-${round}`, reason: 'killed in between', files: [{ path: 'domicile.yaml', content: manifest.replaceAll('id: d', `id: r${round}d`) }] };
      const before = await read('register/records?kind=deployment&limit=1');
      const { digest } = (await (await call('register/imports', request)).json()) as Answer;
      const applied = call('register/imports', { ...request, expects: digest }).then(({ status }) => status, () => 0);
      await sleep(wait);
      await server.end('SIGKILL');
      const status = await applied;
      server = await startServerProcess(settings);
      const after = await read('register/records?kind=deployment&limit=1');
      const revisions = await read('register/revisions?limit=200');
      const collections = await read('register/collections');
      expect([0, size]).toContain(after.total - before.total);
      if (status === 201) expect(after.total - before.total).toBe(size);
      expect(revisions.total).toBe(after.total / size);
      expect(collections.total).toBe(after.total / size);
      expect(after.revision).toBe(after.total / size);
      expect((await verifyLog(calls, folder)).verdict).toEqual([0, '']);
    }
    const audit = await call('audits', {});
    expect(audit.status).toBe((await read('register/revisions')).total === 0 ? 422 : 201);
  });
});

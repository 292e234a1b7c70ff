import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { callsTo, verifyLog } from './killed-processes.js';
import { startServerProcess, type ServerProcess } from './server-process.js';

jest.setTimeout(240_000);

const size = 400;
const manifest = (name: string): string => `domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, name: Acme IT, kind: own, country: DE }]\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments:\n${Array.from({ length: size }, (_, index) => `  - { id: ${name}${index}, name: Deployment ${index}, model: bloom, provider: own, purpose: ${'x'.repeat(500)} }\n`).join('')}`;

describe('a server whose disk is full', () => {
  const folder = mkdtempSync(join(tmpdir(), 'full-disk-'));
  const disk = join(folder, 'disk');
  const filler = join(disk, 'filler');
  const mounted = (mkdirSync(disk), spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=755', 'tmpfs', disk]).status === 0);
  let server: ServerProcess | undefined;
  beforeAll(() => {
    chmodSync(folder, 0o755); // The account of the database enters it.
  });
  afterAll(async () => {
    await server?.end('SIGTERM');
    if (mounted) spawnSync('umount', ['--lazy', disk]);
    rmSync(folder, { recursive: true, force: true });
  });

  if (!mounted) {
    it('is tried only where a file system can be mounted', () => {
      console.warn('SKIPPED: a full disk; no file system can be mounted here');
      expect(process.env['CI'] ?? '').toBe('');
    });
    return;
  }

  const calls = callsTo(() => server ?? Promise.reject(new Error('no server')));
  const { call, answer } = calls;
  const ready = async (): Promise<number> => (await fetch(`${server?.url}/health/ready`)).status;
  const importing = async (name: string): Promise<Response> => {
    const request = { collection: name, reason: 'fill', files: [{ path: 'domicile.yaml', content: manifest(name) }] };
    const preview = await call('register/imports', request);
    if (!preview.ok) return preview;
    return call('register/imports', { ...request, expects: ((await preview.json()) as { digest: string }).digest });
  };
  const standing = async (): Promise<readonly [number, number]> => [(await answer<{ total: number }>('register/records?kind=deployment&limit=1')).total, (await answer<{ total: number }>('register/revisions?limit=1')).total];
  const fill = (): void => {
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 4096)), { flag: 'a' });
  };

  it('says that it is not ready and refuses what it cannot store, whole, still reads, and goes on when there is room', async () => {
    server = await startServerProcess({ DOMICILE_DATA: join(disk, 'data'), DOMICILE_CHECK_SECONDS: '120', DOMICILE_JOBS: '1' });
    expect((await importing('before')).status).toBe(201);
    const before = await standing();
    expect([before, await ready()]).toEqual([[size, 1], 200]);
    fill();
    const refused: Response[] = [];
    for (let attempt = 0; attempt < 12 && refused.length < 3; attempt++) {
      const response = await importing(`full${attempt}`);
      if (!response.ok) refused.push(response);
      fill();
    }
    const written = await standing();
    expect(refused.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect((await refused[0]?.json()) as object).toMatchObject({ code: 'unavailable', detail: expect.stringContaining('no room') as string });
    expect([written[0] % size, written[0] / size, await ready()]).toEqual([0, written[1], 503]);
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    const waiting = await call('jobs', { kind: 'register-audit', input: {} });
    expect([201, 503]).toContain(waiting.status);

    rmSync(filler);
    for (let waited = 0; waited < 60_000 && (await ready()) !== 200; waited += 500) await sleep(500);
    expect([await ready(), await standing()]).toEqual([200, written]);
    expect((await importing('after')).status).toBe(201);
    const { id } = await answer<{ id: string }>('jobs', { kind: 'register-audit', input: {} });
    const state = async (): Promise<string> => (await answer<{ state: string }>(`jobs/${id}`)).state;
    for (let waited = 0; waited < 120_000 && ['waiting', 'running'].includes(await state()); waited += 500) await sleep(500);
    expect([await state(), (await verifyLog(calls, folder)).verdict]).toEqual(['done', [0, '']]);
    console.info(`full disk: ${refused.length} of ${refused.length + written[1] - 1} imports refused, ${written[0]} deployments whole`);
  });
});

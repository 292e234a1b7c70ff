/** Start of the server, and its routes under fifty connections beside a bare Nest route in the same run. With a full register: `register.bench.mjs`. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, beside, start } from './server/ask-server.mjs';

const root = join(import.meta.dirname, '..');
const key = 'bench-key-0123456789-0123456789-0123456789';

export default async function run(print) {
  const folder = mkdtempSync(join(tmpdir(), 'domicile-bench-'));
  chmodSync(folder, 0o755);
  const environment = { PORT: '0', LOG_LEVEL: 'warn', DOMICILE_API_KEY: key, DOMICILE_DATA: join(folder, 'data') };
  const main = join(root, 'dist/src/server/main.js');
  const first = await start(main, environment);
  await first.stop();
  const server = await start(main, environment);
  const bare = await start(join(import.meta.dirname, 'bare-nest-server.mjs'), {});
  try {
    print(`start with embedded PostgreSQL: ${first.milliseconds.toFixed(0)} ms on an empty folder, ${server.milliseconds.toFixed(0)} ms later`);
    const headers = { authorization: `Bearer ${key}` };
    const body = JSON.stringify({ files: [{ path: 'domicile.yaml', content: readFileSync(join(import.meta.dirname, 'one-deployment.domicile.yaml'), 'utf8') }] });
    const check = { method: 'POST', body, headers };
    const made = await ask(new Agent(), `${server.url}/api/v1/checks`, check);
    if (made.status !== 201) throw new Error(`the check answered ${made.status}: ${made.text()}`);
    const routes = [
      ['GET /health/live', `${server.url}/health/live`, {}, 200],
      ['GET /api/v1/audits/:id', `${server.url}/api/v1/audits/${made.headers['x-audit-id']}`, { headers }, 200],
      ['GET /api/v1/log?limit=50', `${server.url}/api/v1/log?limit=50`, { headers }, 200],
      ['POST /api/v1/checks', `${server.url}/api/v1/checks`, check, 201],
    ];
    for (const route of routes) await beside(bare, route, print);
  } finally {
    await Promise.all([server.stop(), bare.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A server renders the report of a large audit in its workers while the delay of its event loop is watched from inside. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeInventory } from '../audit/write-inventory.mjs';

const root = join(import.meta.dirname, '../..');
const key = 'bench-key-0123456789-0123456789-0123456789';
const headers = { authorization: `Bearer ${key}` };
const idleSeconds = 10;

export async function reportOnServer(deployments) {
  const folder = mkdtempSync(join(tmpdir(), 'domicile-bench-'));
  chmodSync(folder, 0o755);
  const env = { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn', DOMICILE_API_KEY: key, DOMICILE_DATA: join(folder, 'data'), DOMICILE_BODY_LIMIT: String(64 * 1024 * 1024), DOMICILE_CHECK_SECONDS: '600' };
  const server = spawn(process.execPath, ['--import', join(import.meta.dirname, 'watch-event-loop.mjs'), join(root, 'dist/src/server/main.js')], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  try {
    const url = await addressOf(server);
    const inventory = join(folder, 'inventory');
    writeInventory(inventory, { deployments, models: 20, files: 4 });
    const files = readdirSync(inventory).map((path) => ({ path, content: readFileSync(join(inventory, path), 'utf8') }));
    const checked = await fetch(`${url}/api/v1/checks`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ files }) });
    if (checked.status !== 201) throw new Error(`the check answered ${checked.status}: ${await checked.text()}`);
    await checked.arrayBuffer();
    await delayOf(server);
    await new Promise((resolve) => setTimeout(resolve, idleSeconds * 1000));
    const idle = await delayOf(server);
    const report = await fetch(`${url}/api/v1/audits/${checked.headers.get('x-audit-id')}/report.pdf`, { headers });
    const pdf = Buffer.from(await report.arrayBuffer());
    const rendering = await delayOf(server);
    if (report.status !== 200) throw new Error(`the report answered ${report.status}: ${pdf.toString()}`);
    return { pages: pdf.toString('latin1').match(/\/Type \/Page\b/g).length, idle, rendering };
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

function addressOf(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdout.on('data', (chunk) => {
      text += chunk;
      const found = /answers at (\S+)/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${text}`)));
  });
}

async function delayOf(server) {
  server.send('delay');
  const [delay] = await once(server, 'message');
  return delay;
}

import { setTimeout as sleep } from 'node:timers/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type request from 'supertest';
import { Ticker } from '../../src/server/platform/jobs/ticker.js';
import { signInAs } from '../e2e/browser.js';
import { type TestApp } from '../e2e/test-app.js';
import { importFiles } from './import-files.js';
import { signDecision } from '../e2e/sign-decision.js';

const digest = 'a'.repeat(64);

/** A deployment against which nothing stands, so that it can be cleared. */
const clearable = `domicile: 1
packs: [processors, transfers]
organisation: { id: nordlicht, name: Nordlicht Versicherung SE, seat: DE }
providers: [{ id: own, name: Own IT, kind: own, country: DE }]
licences: [{ id: Apache-2.0, name: Apache License 2.0 }]
models: [{ id: bloom, name: BLOOM, weightsAvailability: open }]
weights: [{ id: w, model: bloom, file: bloom.safetensors, sha256: ${digest} }]
deployments:
  - { id: translate, name: Translation, model: bloom, provider: own, owner: languages, route: self-hosted, environment: production, status: live, engine: { id: vllm, telemetry: disabled, offline: true, image: acme/vllm, imageDigest: "sha256:${digest}" }, flows: [{ id: prompts, stage: prompt, to: own, personalData: false }] }
`;
const overlay = 'apiVersion: domicile/v1\nkind: PolicyOverlay\nmetadata: { id: stricter }\nextends: { pack: resilience, version: "1" }\nrules: { RES-01: { severity: critical } }\n';

/** At least one of everything that screens show, and the example organisation; where a name may be long, it is. @param folder a folder channel that reports may be put into */
export async function fillWorld(test: TestApp, folder: string): Promise<void> {
  const officer = await signInAs(test, 'filler@example.org', ['compliance-officer', 'administrator']);
  const other = await signInAs(test, 'second@example.org', ['risk-officer']);
  const post = (path: string, body: object, who = officer): request.Test => who.call('post', `/api/v1/${path}`).send(body);
  await importFiles(test, { 'domicile.yaml': clearable }, 'languages');
  const audit = await post('audits', {}).expect(201);
  await post('clearances', { deployment: 'translate', audit: String(audit.headers['x-audit-id']), expiresAt: '2027-05-31', reason: 'looked at it' }).expect(201);
  await importFiles(test, exampleFiles(), 'nordlicht-example');
  test.clock.set('2026-11-23T12:10:00Z');
  const { findings } = JSON.parse((await post('audits', {}).expect(201)).text) as { findings: readonly { fingerprint: string }[] };
  await post('waivers', { findings: [findings[0]?.fingerprint], reason: 'migration', justification: 'moves with the release of March', expiresAt: '2026-12-10' }).expect(201);
  await post('evidence', { title: 'Agreement with a provider', type: 'data-processing-agreement', record: 'provider/azure', effective: '2026-02-01', expires: '2026-12-10', fileName: 'dpa.txt', mediaType: 'text/plain', content: 'SGVsbG8=' }).expect(201);
  await post('policies/own', { name: 'stricter', text: overlay, remark: 'as the board decided' }).expect(201);
  await post('ci-trusts', { name: 'pipeline', issuer: 'https://gitlab.com', repository: '1', ref: 'main', workflow: 'acme/a-workflow-with-a-name-that-nobody-would-give/.gitlab-ci.yml', scopes: ['audit:read'] }).expect(201);
  await signDecision(officer, other);
  await signDecision(officer, other, 'claims-assistant');
  const schedule = (await post('schedules', { name: 'A report with a name so long that it has to break somewhere on a phone', cron: '0 8 * * 1', recipients: [{ kind: 'folder', name: folder }] }).expect(201)).body as { id: string };
  await post(`schedules/${schedule.id}/run`, {}).expect(202);
  for (let waited = 0; ((await officer.call('get', '/api/v1/deliveries')).body as { total: number }).total === 0; waited += 100) {
    if (waited > 60_000) throw new Error('the schedule has delivered nothing');
    await sleep(100);
  }
  await test.app.get(Ticker).tick();
}

function exampleFiles(folder = 'examples/nordlicht'): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.startsWith(join(folder, 'report')));
  return Object.fromEntries(paths.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}

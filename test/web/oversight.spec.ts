import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { type Page } from 'playwright-core';
import request from 'supertest';
import { importFiles } from './import-files.js';
import { hasBrowser } from './open-browser.js';
import { startWorld, type World } from './world.js';

jest.setTimeout(180_000);

const digest = 'a'.repeat(64);
const manifest = `domicile: 1
packs: [processors, transfers]
organisation: { id: acme, name: Acme GmbH, seat: DE }
providers: [{ id: own, name: Acme IT, kind: own, country: DE }, { id: away, name: Away Inc, kind: model-api, country: US }]
models: [{ id: bloom, name: BLOOM, weightsAvailability: open }]
weights: [{ id: w, model: bloom, file: bloom.safetensors, sha256: ${digest} }]
deployments:
  - id: translate
    name: Translation
    model: bloom
    provider: own
    owner: languages
    route: self-hosted
    environment: production
    status: live
    engine: { id: vllm, telemetry: disabled, offline: true, image: acme/vllm, imageDigest: "sha256:${digest}" }
    flows: [{ id: prompts, stage: prompt, to: own, personalData: false }]
  - id: elsewhere
    name: Elsewhere
    model: bloom
    provider: away
    owner: languages
    environment: production
    status: live
    flows: [{ id: out, stage: prompt, to: away, personalData: true }]
`;

(hasBrowser() ? describe : describe.skip)('evidence, clearances and reports in the pages', () => {
  let world: World;
  let officer: Page;

  beforeAll(async () => {
    world = await startWorld();
    await importFiles(world.test, { 'domicile.yaml': manifest });
    await request(world.test.server).post('/api/v1/audits').set('authorization', `Bearer ${world.test.key}`).send({}).expect(201);
    officer = await world.signedIn('ines@example.org', 'Ines Albrecht', ['compliance-officer']);
  });
  afterAll(() => world?.close());

  const downloaded = async (page: Page, click: () => Promise<void>): Promise<Buffer> => {
    const download = page.waitForEvent('download', { timeout: 60_000 });
    await click();
    return readFileSync(await (await download).path());
  };

  it('keep a document with the days it holds, its revisions and who has read it', async () => {
    await officer.getByRole('link', { name: 'Evidence' }).click();
    await officer.getByRole('link', { name: 'Add a document' }).click();
    await officer.locator('input[type=file]').setInputFiles({ name: 'agreement.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') });
    await officer.getByText('Files of this type are not taken in').waitFor();
    await officer.locator('input[type=file]').setInputFiles({ name: 'agreement.txt', mimeType: 'text/plain', buffer: Buffer.from('agreed in January') });
    await officer.getByRole('textbox', { name: 'Title' }).fill('Agreement with Away');
    await officer.getByRole('combobox', { name: 'Speaks of' }).fill('away');
    await officer.getByRole('option', { name: 'provider/away' }).click();
    await officer.getByLabel('Holds from').fill('2026-02-01');
    await officer.getByLabel('Holds until').fill('2026-01-01');
    await officer.getByRole('button', { name: 'Save' }).click();
    await officer.getByText('is not after the effective day').waitFor();
    await world.look(officer);
    await officer.getByLabel('Holds until').fill('2026-12-10');
    await officer.getByRole('button', { name: 'Save' }).click();
    await officer.getByRole('heading', { name: 'Agreement with Away', exact: true }).waitFor();
    await officer.getByText('Nobody has read it yet.').waitFor();
    expect((await downloaded(officer, () => officer.getByRole('link', { name: 'Download' }).click())).toString()).toBe('agreed in January');
    await officer.reload();
    await officer.getByRole('listitem').filter({ hasText: 'Ines Albrecht (you)' }).waitFor();
    await world.look(officer);
    await officer.getByRole('link', { name: 'Add a new state' }).click();
    await officer.locator('input[type=file]').setInputFiles({ name: 'agreement.txt', mimeType: 'text/plain', buffer: Buffer.from('agreed in June') });
    await officer.getByLabel('Holds from').fill('2026-06-01');
    await officer.getByRole('button', { name: 'Save' }).click();
    await officer.getByRole('link', { name: 'See the state before' }).click();
    await officer.getByText('This state has been replaced.').waitFor();
    await officer.getByRole('link', { name: 'Evidence' }).click();
    await officer.getByRole('cell', { name: 'Agreement with Away' }).waitFor();
    expect(await officer.getByRole('cell', { name: 'Agreement with Away' }).count()).toBe(1);
    await world.look(officer);
  });

  it('clear what passed, say everything that stands against what did not, and take it back', async () => {
    await officer.getByRole('link', { name: 'Clearances' }).click();
    await officer.getByRole('button', { name: 'Clear a deployment to run' }).click();
    const dialog = officer.getByRole('dialog');
    const pick = async (deployment: string): Promise<void> => {
      await dialog.getByRole('combobox', { name: 'Deployment' }).fill(deployment);
      await officer.getByRole('option', { name: deployment, exact: true }).click();
    };
    await pick('elsewhere');
    await dialog.getByLabel('Ends on').fill('2027-03-31');
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('the assessment is signed');
    await dialog.getByRole('button', { name: 'Clear to run' }).click();
    await dialog.getByRole('alert').getByText(/elsewhere cannot be cleared/).waitFor();
    expect(await dialog.getByRole('alert').getByRole('listitem').count()).toBeGreaterThan(1);
    await world.look(officer);
    await pick('translate');
    await dialog.getByRole('button', { name: 'Clear to run' }).click();
    await officer.getByRole('heading', { name: 'C-1', exact: true }).waitFor();
    await officer.getByText(digest).first().waitFor();
    await world.look(officer);
    await officer.getByRole('button', { name: 'Revoke' }).click();
    await officer.getByRole('textbox', { name: 'Reason' }).fill('a flaw became known');
    await officer.getByRole('dialog').getByRole('button', { name: /Revoke/ }).click();
    await officer.getByText('revoked', { exact: true }).waitFor();
    expect(await officer.getByRole('button', { name: 'Revoke' }).count()).toBe(0);
    await officer.getByRole('link', { name: 'Clearances' }).click();
    await officer.getByRole('cell', { name: 'revoked' }).waitFor();
    await world.look(officer);
  });

  it('keep a report that is printed as a job, and verify it', async () => {
    await officer.getByRole('link', { name: 'Audits' }).click();
    await officer.getByRole('button', { name: 'Report' }).first().click();
    await officer.getByRole('button', { name: 'Print and keep' }).click();
    await officer.getByRole('link', { name: 'Jobs' }).click();
    await officer.getByRole('row', { name: /report.*done/ }).waitFor({ timeout: 60_000 });
    await world.look(officer);
    await officer.getByRole('link', { name: 'Reports' }).click();
    const pdf = await downloaded(officer, () => officer.getByRole('link', { name: /Download PDF/ }).click());
    await officer.locator('input[type=file]').setInputFiles({ name: 'kept.pdf', mimeType: 'application/pdf', buffer: pdf });
    await officer.getByText('this report is genuine and complete').waitFor({ timeout: 60_000 });
    await world.look(officer);
    const changed = Buffer.from(pdf);
    changed.write('6', changed.lastIndexOf(Buffer.from('xref')) - 40, 'latin1');
    await officer.locator('input[type=file]').setInputFiles({ name: 'changed.pdf', mimeType: 'application/pdf', buffer: changed });
    await officer.getByText(/changed\.pdf:/).waitFor({ timeout: 60_000 });
    expect(await officer.getByText('this report is genuine and complete').count()).toBe(0);
    await officer.locator('input[type=file]').setInputFiles({ name: 'none.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no PDF') });
    await officer.getByText(/none\.pdf:/).waitFor({ timeout: 60_000 });
    await world.look(officer);
  });

  it('give an auditor everything on an audit in one archive, and nothing to change', async () => {
    const auditor = await world.signedIn('arne@example.org', 'Arne Dahl', ['auditor']);
    await auditor.getByRole('heading', { name: "Auditor's view", exact: true }).waitFor();
    await world.look(auditor);
    const files = unzipSync(await downloaded(auditor, () => auditor.getByRole('link', { name: 'Download evidence (ZIP)' }).first().click()));
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['audit.json', 'report.pdf', 'log.ndjson', 'SHA256SUMS']));
    const kept = Object.entries(files).filter(([name]) => name.startsWith('evidence/')).map(([, bytes]) => Buffer.from(bytes).toString());
    expect(kept).toContain('agreed in June');
    await auditor.getByRole('link', { name: 'Evidence' }).first().click();
    await auditor.getByRole('cell', { name: 'Agreement with Away' }).waitFor();
    for (const name of ['Add a document', 'Clear a deployment to run', 'Audit the register', 'Import']) expect(await auditor.getByRole('link', { name }).or(auditor.getByRole('button', { name })).count()).toBe(0);
    await auditor.goto('/#/evidence/create');
    expect(await auditor.getByRole('button', { name: 'Save' }).count()).toBe(0);
  });

  it('let an administrator trust a repository, and give a key to units only', async () => {
    const admin = await world.signedIn('ada@example.org', 'Ada Berg', ['administrator']);
    await admin.getByRole('link', { name: 'Trusted repositories' }).click();
    await admin.getByRole('button', { name: 'Trust a repository' }).click();
    await admin.getByRole('textbox', { name: 'Name' }).fill('pipeline of models');
    await admin.getByRole('textbox', { name: 'Repository number' }).fill('acme/models');
    await admin.getByRole('button', { name: 'Save' }).click();
    await admin.getByText(/is not the number of a repository/).waitFor();
    await world.look(admin);
    await admin.getByRole('textbox', { name: 'Repository number' }).fill('123456789');
    await admin.getByRole('button', { name: 'Save' }).click();
    await admin.getByRole('cell', { name: '123456789' }).waitFor();
    await world.look(admin);
    await admin.getByRole('button', { name: 'Trust no longer' }).click();
    await admin.getByRole('button', { name: 'Confirm' }).click();
    await admin.getByText('Nothing here that fits.').waitFor();
    await admin.getByRole('link', { name: 'API keys' }).click();
    await admin.getByRole('button', { name: 'Make a key' }).click();
    await admin.getByRole('textbox', { name: 'Name' }).fill('languages');
    await admin.getByRole('textbox', { name: 'Units' }).fill('languages');
    await admin.getByRole('textbox', { name: 'Ends' }).fill('2027-06-30');
    await admin.getByLabel('register:read').check();
    await admin.getByRole('button', { name: 'Save' }).click();
    await admin.getByRole('button', { name: 'Close' }).click();
    await admin.getByRole('cell', { name: 'languages' }).nth(1).waitFor();
    await world.look(admin);
  });

  it('give axe nothing to find and break no rule of the policy of the pages', () => {
    expect(world.looks()).toBeGreaterThan(12);
    expect([...world.violations]).toEqual([]);
    expect(world.faults).toEqual([]);
  });
});

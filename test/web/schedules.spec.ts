import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page } from 'playwright-core';
import { type DeliveryPage } from '../../src/server/deliveries/delivery-shapes.js';
import { readDeliveryChannels } from '../../src/server/platform/config/read-delivery-channels.js';
import { startMailServer, type MailServer } from '../e2e/delivery-receivers.js';
import { importFiles } from './import-files.js';
import { hasBrowser } from './open-browser.js';
import { startWorld, type World } from './world.js';

jest.setTimeout(180_000);

const manifest = 'domicile: 1\norganisation: { id: acme, name: Acme GmbH, seat: DE }\nproviders: [{ id: own, name: Acme IT, kind: own, country: DE }]\nmodels: [{ id: bloom, name: BLOOM }]\ndeployments: [{ id: one, name: One, model: bloom, provider: own, purpose: translation }]\n';

(hasBrowser() ? describe : describe.skip)('schedules in the pages', () => {
  const base = mkdtempSync(join(tmpdir(), 'schedules-'));
  let world: World;
  let mail: MailServer;
  let officer: Page;

  beforeAll(async () => {
    mail = await startMailServer();
    mkdirSync(join(base, 'archive'));
    const file = join(base, 'delivery.yaml');
    writeFileSync(file, `email: { host: 127.0.0.1, port: ${mail.port}, security: none, from: 'Domicile <domicile@acme.example>', domains: [board.example] }\nfolders: [{ name: archive, path: archive }]\nretrySeconds: [0.1]\n`);
    world = await startWorld({ delivery: await readDeliveryChannels(file, {}) });
    await importFiles(world.test, { 'domicile.yaml': manifest });
    officer = await world.signedIn('ines@example.org', 'Ines Albrecht', ['compliance-officer']);
  });
  afterAll(async () => {
    await world?.close();
    await mail?.close();
    rmSync(base, { recursive: true, force: true });
  });

  /** What was written down; what has arrived may not be yet, and a page shows it only when it is. */
  const deliveriesAre = async (...states: readonly string[]): Promise<void> => {
    const stand = async (): Promise<readonly string[]> => ((await (await fetch(`${world.url}/api/v1/deliveries`, { headers: { authorization: `Bearer ${world.test.key}` } })).json()) as DeliveryPage).items.map(({ state }) => state).sort();
    for (let waited = 0; (await stand()).join() !== states.join() && waited < 60_000; waited += 100) await officer.waitForTimeout(100);
    expect(await stand()).toEqual(states);
  };

  it('are made with what they ask for, and say in words when they run', async () => {
    await officer.getByRole('link', { name: 'Schedules' }).click();
    await officer.getByRole('link', { name: 'Make a schedule' }).click();
    await officer.getByRole('textbox', { name: 'Name' }).fill('Report of the board');
    await officer.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Berlin');
    await officer.getByRole('option', { name: 'Europe/Berlin' }).click();
    await officer.getByText(/^Runs next on Monday.* 08:00 \(Europe\/Berlin\), then on Mon/).waitFor();
    await officer.getByRole('textbox', { name: 'Cron expression' }).fill('0 8 * *');
    await officer.getByText(/CronPattern|parts|invalid/i).first().waitFor();
    expect(await officer.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await world.look(officer);
    await officer.getByRole('combobox', { name: 'How often' }).click();
    await officer.getByRole('option', { name: 'on the first of each month' }).click();
    expect(await officer.getByRole('textbox', { name: 'Cron expression' }).inputValue()).toBe('0 8 1 * *');
    await officer.getByText(/^Runs next on \w+,? 1 December/).waitFor();
    await officer.getByRole('combobox', { name: 'Template' }).click();
    await officer.getByRole('option', { name: 'Brief for the board' }).click();
    const recipients = officer.getByRole('combobox', { name: 'Recipients' });
    await recipients.fill('chair@board.example');
    await recipients.press('Enter');
    await recipients.fill('archive');
    await officer.getByRole('option', { name: 'folder archive' }).click();
    await officer.keyboard.press('Escape');
    await world.look(officer);
    await officer.getByRole('button', { name: 'Save' }).click();
    await officer.getByRole('heading', { name: 'Report of the board', exact: true }).waitFor();
    await officer.getByText('chair@board.example, folder archive').waitFor();
    await world.look(officer);
  });

  it('are told what is wrong with a recipient, with the form as it was', async () => {
    await officer.getByRole('link', { name: 'Edit' }).click();
    const recipients = officer.getByRole('combobox', { name: 'Recipients' });
    await recipients.fill('someone@elsewhere.example');
    await recipients.press('Enter');
    await officer.getByRole('button', { name: 'Save' }).click();
    await officer.getByText(/addresses of elsewhere\.example may not receive/).waitFor();
    await officer.getByRole('link', { name: 'Cancel' }).click();
    await officer.getByRole('heading', { name: 'Report of the board', exact: true }).waitFor();
  });

  it('run now, and show the report and what became of each delivery', async () => {
    mail.refusals.push({ code: 550, message: 'no such mailbox' });
    await officer.getByRole('button', { name: 'Run now' }).click();
    await officer.getByRole('cell', { name: 'reported' }).waitFor({ timeout: 60_000 });
    const download = officer.waitForEvent('download');
    await officer.getByRole('link', { name: 'Download PDF' }).click();
    const pdf = readFileSync(await (await download).path());
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    await deliveriesAre('dead', 'delivered');
    const [kept] = readdirSync(join(base, 'archive')).filter((name) => name.endsWith('.pdf'));
    expect(readFileSync(join(base, 'archive', kept ?? '')).equals(pdf)).toBe(true);
    await officer.reload();
    await officer.getByRole('link', { name: '1 delivered · 1 given up' }).click();
    await officer.getByRole('cell', { name: 'given up' }).waitFor();
    await world.look(officer);
  });

  it('let a delivery that was given up be sent again', async () => {
    await officer.getByRole('cell', { name: 'given up' }).click();
    await officer.getByText(/550.*no such mailbox/).first().waitFor();
    await world.look(officer);
    await officer.getByRole('button', { name: 'Send again' }).click();
    await deliveriesAre('delivered', 'delivered');
    expect(mail.mails.map(({ envelopeTo }) => envelopeTo)).toEqual([['chair@board.example']]);
    await officer.reload();
    await officer.getByText('delivered', { exact: true }).first().waitFor();
  });

  it('are paused, let go on, and ended', async () => {
    await officer.getByRole('link', { name: 'Schedules' }).click();
    await officer.getByRole('cell', { name: 'Report of the board' }).click();
    await officer.getByRole('button', { name: 'Pause' }).click();
    await officer.getByText('It is paused and does not run').waitFor();
    await officer.getByRole('button', { name: 'Let it go on' }).click();
    await officer.getByText(/^Runs next on/).waitFor();
    await officer.getByRole('button', { name: 'End for good' }).click();
    await officer.getByRole('button', { name: 'Confirm' }).click();
    await officer.getByText('Nothing here that fits.').waitFor();
  });

  it('are not to be changed by who may only read them', async () => {
    const auditor = await world.signedIn('arne@example.org', 'Arne Dahl', ['auditor']);
    await auditor.getByRole('link', { name: 'Schedules' }).click();
    await auditor.getByText('Nothing here that fits.').waitFor();
    expect(await auditor.getByRole('link', { name: 'Make a schedule' }).count()).toBe(0);
    expect(await auditor.getByRole('link', { name: 'Deliveries' }).count()).toBe(0);
  });

  it('send notifications where the settings say', async () => {
    await officer.goto('/#/notifications');
    await officer.getByRole('link', { name: 'What goes where' }).click();
    await officer.getByRole('button', { name: 'Add a route' }).click();
    const recipients = officer.getByRole('combobox', { name: 'Recipients' });
    await recipients.fill('archive');
    await officer.getByRole('option', { name: 'folder archive' }).click();
    await officer.getByRole('spinbutton', { name: /Look every/ }).fill('30');
    await world.look(officer);
    await officer.getByRole('button', { name: 'Save' }).click();
    await officer.getByText('The settings are saved.').waitFor();
    await officer.reload();
    expect(await officer.getByRole('spinbutton', { name: /Look every/ }).inputValue()).toBe('30');
    await officer.getByRole('button', { name: 'folder archive' }).waitFor();
  });

  it('give axe nothing to find and break no rule of the policy of the pages', () => {
    expect(world.looks()).toBeGreaterThan(5);
    expect([...world.violations]).toEqual([]);
    expect(world.faults).toEqual([]);
  });
});

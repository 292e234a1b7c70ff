import { type Page } from 'playwright-core';
import { loadExample } from '../../src/server/load-example.js';
import { hasBrowser } from './open-browser.js';
import { startWorld, type World } from './world.js';

jest.setTimeout(120_000);

const folder = process.env['DOMICILE_SCREENSHOTS'];

(hasBrowser() ? describe : describe.skip)('a finding', () => {
  let world: World;
  let officer: Page;
  let shots = 0;
  beforeAll(async () => {
    world = await startWorld();
    await loadExample(world.test.app);
    officer = await world.signedIn('ines@example.org', 'Ines Albrecht', ['compliance-officer']);
  });
  afterAll(() => world?.close());

  const look = async (): Promise<void> => {
    if (folder !== undefined) await officer.screenshot({ path: `${folder}/walk-${++shots}.png`, fullPage: true });
    await world.look(officer);
  };
  const auditOnceMore = async (): Promise<void> => {
    await officer.goto('/#/');
    const done = officer.waitForResponse((response) => response.url().endsWith('/api/v1/audits') && response.request().method() === 'POST' && response.ok());
    await officer.getByRole('button', { name: 'Audit the register' }).click();
    await done;
    await officer.getByText('The register has not changed since.').waitFor();
  };
  /** The finding on the claims assistant, out of the list of this state. */
  const open = async (state: string): Promise<void> => {
    await officer.goto(`/#/findings?filter=${encodeURIComponent(JSON.stringify({ state: [state], rule: 'TRF-10', search: 'claims-assistant' }))}`);
    await officer.getByRole('row', { name: /claims-assistant/ }).click();
    await officer.getByRole('heading', { name: 'What to do' }).waitFor();
  };

  it('is not said to be missing from a deployment that was never audited', async () => {
    await officer.goto('/#/deployment/claims-assistant/show');
    await officer.getByRole('tab', { name: 'Findings', exact: true }).click();
    await officer.getByRole('tabpanel', { name: 'Findings' }).getByText('The register has not been audited yet.').waitFor();
    await look();
    await officer.goto('/#/');
  });

  it('leads a newcomer from the question to the answer, to what it takes and to the report for the board, within two minutes', async () => {
    const began = Date.now();
    await officer.getByRole('region', { name: 'First steps' }).waitFor();
    await look();
    await officer.getByRole('button', { name: 'Audit the register' }).click();
    await officer.getByRole('link', { name: /Why is the claims assistant/ }).click();
    await officer.getByRole('row', { name: /claims-assistant/ }).first().waitFor();
    await look();
    await officer.getByRole('row', { name: /claims-assistant/ }).first().click();
    const fix = officer.getByRole('region', { name: 'What to do' });
    await fix.waitFor();
    expect(await officer.getByRole('region', { name: 'Why', exact: true }).textContent()).toContain('deployment.engine.sendsTelemetry is yes');
    expect(await fix.textContent()).toContain('VLLM_NO_USAGE_STATS=1');
    await look();
    await officer.goto('/#/');
    const report = await officer.getByRole('region', { name: 'First steps' }).getByRole('link', { name: /report for the board/ }).getAttribute('href');
    const pdf = await (await officer.request.get(String(report))).body();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(Date.now() - began).toBeLessThan(120_000);
  });

  it('stands with the deployment it is of, beside its weights, licence, flows, decisions and evidence', async () => {
    await officer.goto('/#/deployment/claims-assistant/show');
    for (const [tab, shown] of [['Weights', 'llama-3.1-70b-safetensors'], ['Licence', 'LicenseRef-Llama-3.1-Community'], ['Data flows', 'claims-assistant/prompts'], ['Findings', 'TRF-10'], ['Decisions', 'Nothing here that fits.'], ['Evidence', 'Nothing here that fits.']] as const) {
      await officer.getByRole('tab', { name: tab, exact: true }).click();
      await officer.getByRole('tabpanel', { name: tab }).getByText(shown).first().waitFor();
      await look();
    }
    await officer.getByRole('tab', { name: 'Findings', exact: true }).click();
    await officer.getByRole('row', { name: /TRF-10/ }).click();
    await officer.waitForURL(/findings\/[0-9a-f]{32}\/show/);
  });

  it('leaves with the list it stands in, as that is filtered', async () => {
    await officer.goto(`/#/findings?filter=${encodeURIComponent(JSON.stringify({ severity: ['medium'], subject: 'deployment/claims-assistant' }))}`);
    await officer.getByText('1 in all', { exact: true }).waitFor();
    await look();
    const csv = await (await officer.request.get(String(await officer.getByRole('link', { name: 'Export as CSV' }).getAttribute('href')))).text();
    expect(csv.trim().split('\r\n')).toHaveLength(2);
    expect(csv).toContain('"TRF-10"');
  });

  it('is resolved by the audit after the field it names is mended by hand, and by nothing before', async () => {
    await open('open');
    await officer.getByRole('region', { name: 'What to do' }).getByRole('link', { name: 'deployment/claims-assistant' }).click();
    await officer.getByRole('button', { name: 'Edit by hand' }).click();
    await officer.getByRole('textbox', { name: 'engine.telemetry', exact: true }).fill('disabled');
    await officer.getByRole('textbox', { name: 'Reason', exact: true }).fill('VLLM_NO_USAGE_STATS=1 is set since today');
    await look();
    await officer.getByRole('button', { name: 'Save' }).click();
    await officer.getByRole('dialog').waitFor({ state: 'hidden' });
    await open('open');
    await officer.getByText('The register has changed since').waitFor();
    expect(await officer.getByText('Resolved by an audit').count()).toBe(0);
    await auditOnceMore();
    await open('resolved');
    await officer.getByText('Resolved by an audit').waitFor();
    await look();
  });

  it('opens again where the mended field is undone', async () => {
    await officer.goto('/#/deployment/claims-assistant/show');
    await officer.getByRole('button', { name: 'Edit by hand' }).click();
    await officer.getByRole('textbox', { name: 'engine.telemetry', exact: true }).fill('default');
    await officer.getByRole('textbox', { name: 'Reason', exact: true }).fill('lost with the new image');
    await officer.getByRole('button', { name: 'Save' }).click();
    await officer.getByRole('dialog').waitFor({ state: 'hidden' });
    await auditOnceMore();
    await open('re-opened');
    await officer.getByText('re-opened', { exact: true }).first().waitFor();
  });

  it('shows nothing that axe or the content policy objects to', () => {
    expect(world.looks()).toBeGreaterThan(4);
    expect([...world.violations]).toEqual([]);
    expect(world.faults).toEqual([]);
  });
});

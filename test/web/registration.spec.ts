import { type Page } from 'playwright-core';
import { loadExample } from '../../src/server/load-example.js';
import { hasBrowser } from './open-browser.js';
import { startWorld, type World } from './world.js';

jest.setTimeout(180_000);

(hasBrowser() ? describe : describe.skip)('adding a deployment step by step', () => {
  let world: World;
  let officer: Page;

  beforeAll(async () => {
    world = await startWorld();
    await loadExample(world.test.app);
    officer = await world.signedIn('ines@example.org', 'Ines Albrecht', ['compliance-officer']);
  });
  afterAll(() => world?.close());

  const heading = (page: Page, title: string): Promise<void> => page.getByRole('heading', { name: title }).waitFor();
  const pick = async (page: Page, name: string, text: string, option = text): Promise<void> => {
    await page.getByRole('combobox', { name }).fill(text);
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const revision = async (): Promise<number> => {
    const { items } = (await (await officer.request.get('/api/v1/register/revisions?limit=1')).json()) as { items: readonly { revision: number }[] };
    return items[0]?.revision ?? 0;
  };

  it('begins at the deployments, and goes on only once it has a name and a model', async () => {
    await officer.getByRole('link', { name: 'Deployments' }).click();
    await officer.getByRole('link', { name: 'Add a deployment' }).click();
    await heading(officer, 'Step 1 of 5: Purpose and model');
    expect(await officer.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
    await officer.getByRole('textbox', { name: 'Name of the deployment' }).fill('Letter Writer für Makler');
    expect(await officer.getByRole('textbox', { name: 'Id' }).inputValue()).toBe('letter-writer-fur-makler');
    await officer.getByRole('textbox', { name: 'Id' }).fill('letter-writer');
    await officer.getByRole('textbox', { name: 'Purpose' }).fill('Drafts letters to brokers');
    await officer.getByRole('radio', { name: 'a new model' }).check();
    await officer.getByRole('textbox', { name: 'Name of the model' }).fill('Teuken 7B');
    await officer.getByRole('textbox', { name: 'Licence' }).fill('Apache-2.0');
    await world.look(officer);
    await officer.getByRole('radio', { name: 'a model of the register' }).check();
    await pick(officer, 'Model', 'llama-3.1-70b-instruct');
    await officer.getByRole('button', { name: 'Next' }).click();
    await heading(officer, 'Step 2 of 5: Where it runs');
  });

  it('asks where it runs, with a provider that is new', async () => {
    await officer.getByRole('radio', { name: 'a new provider' }).check();
    await officer.getByRole('textbox', { name: 'Name of the provider' }).fill('Nordwolke AG');
    await officer.getByRole('combobox', { name: 'Engine' }).fill('vllm');
    await officer.getByRole('option', { name: 'vllm' }).click();
    await pick(officer, 'Country', 'FR', 'FR · France');
    await world.look(officer);
    await officer.getByRole('button', { name: 'Next' }).click();
    await heading(officer, 'Step 3 of 5: Data flows');
  });

  it('asks where data goes', async () => {
    const flow = officer.getByRole('group', { name: 'Flow 1' });
    await flow.getByRole('combobox', { name: 'Destination; empty: the provider that it runs at' }).fill('openai');
    await officer.getByRole('option', { name: 'openai', exact: true }).click();
    await flow.getByRole('combobox', { name: 'Categories of data' }).fill('user.health_and_medical');
    await officer.getByRole('option', { name: 'user.health_and_medical' }).click();
    await flow.getByRole('combobox', { name: 'Countries in which it is processed' }).fill('us');
    await officer.getByRole('option', { name: 'US · United States' }).click();
    await officer.getByRole('button', { name: 'Add a flow' }).click();
    await officer.getByRole('button', { name: 'Leave out Flow 2' }).click();
    await world.look(officer);
    await officer.getByRole('button', { name: 'Next' }).click();
    await heading(officer, 'Step 4 of 5: Owner');
    await officer.getByRole('textbox', { name: 'Owner' }).fill('Claims operations');
    await world.look(officer);
  });

  it('shows every record and what rules say of it, and has saved nothing by then', async () => {
    const before = await revision();
    await officer.getByRole('button', { name: 'See what would change' }).click();
    await heading(officer, 'Step 5 of 5: Preview');
    for (const key of ['provider/nordwolke-ag', 'deployment/letter-writer', 'flow/letter-writer/prompt']) await officer.getByText(key, { exact: false }).first().waitFor();
    const verdicts = officer.getByRole('region', { name: 'What the rules would say' });
    expect(await verdicts.getByText('unknown', { exact: true }).count()).toBeGreaterThan(0);
    expect(await verdicts.getByText('fail', { exact: true }).count()).toBeGreaterThan(0);
    expect(await verdicts.getByText('pass', { exact: true }).count()).toBe(0);
    await world.look(officer);
    expect(await revision()).toBe(before);
  });

  it('is saved in one change, and taken back by one', async () => {
    const before = await revision();
    await officer.getByRole('button', { name: 'Add to the register' }).click();
    await officer.getByText(`Letter Writer für Makler is in the register, at revision ${before + 1}.`).waitFor();
    await world.look(officer);
    const record = (await (await officer.request.get('/api/v1/register/records/deployment/letter-writer')).json()) as { value: object };
    expect(record.value).toMatchObject({ name: 'Letter Writer für Makler', purpose: 'Drafts letters to brokers', owner: 'Claims operations', model: 'llama-3.1-70b-instruct', provider: 'nordwolke-ag', engine: { id: 'vllm' }, place: { country: 'FR', provider: 'nordwolke-ag' } });
    expect(record.value).not.toHaveProperty('criticality');
    await officer.getByRole('button', { name: 'Undo: retire what was added' }).click();
    await officer.getByText('What was added is retired').waitFor();
    expect(await revision()).toBe(before + 2);
    const after = (await (await officer.request.get('/api/v1/register/records/provider/nordwolke-ag')).json()) as { retired: boolean };
    expect(after.retired).toBe(true);
  });

  it('goes by the keyboard alone, and refuses an id that the register has', async () => {
    await officer.getByRole('button', { name: 'Add another' }).focus();
    await officer.keyboard.press('Enter');
    await officer.getByRole('textbox', { name: 'Name of the deployment' }).focus();
    await officer.keyboard.type('Claims assistant');
    const model = officer.getByRole('combobox', { name: 'Model' });
    await model.focus();
    await officer.keyboard.type('bloom');
    await officer.getByRole('option').first().waitFor();
    await officer.keyboard.press('ArrowDown');
    await officer.keyboard.press('Enter');
    await officer.keyboard.press('Enter');
    await heading(officer, 'Step 2 of 5: Where it runs');
    expect(await officer.evaluate(() => (globalThis as unknown as { document: { activeElement: { textContent: string } } }).document.activeElement.textContent)).toContain('Step 2 of 5');
    await officer.getByRole('combobox', { name: 'Provider' }).focus();
    await officer.keyboard.type('nordlicht-it');
    await officer.getByRole('option', { name: 'nordlicht-it' }).waitFor();
    await officer.keyboard.press('ArrowDown');
    await officer.keyboard.press('Enter');
    await officer.keyboard.press('Enter');
    await heading(officer, 'Step 3 of 5: Data flows');
    await officer.getByRole('button', { name: 'Next' }).focus();
    await officer.keyboard.press('Enter');
    await heading(officer, 'Step 4 of 5: Owner');
    await officer.getByRole('button', { name: 'See what would change' }).focus();
    await officer.keyboard.press('Enter');
    await officer.getByText(/^The register has .*deployment\/claims-assistant.* already/).waitFor();
    expect(await officer.getByRole('button', { name: 'Add to the register' }).isDisabled()).toBe(true);
    await world.look(officer);
  });

  it.each([
    ['de-DE', 'Einsatz hinzufügen', 'Schritt 1 von 5: Zweck und Modell'],
    ['fr-FR', 'Ajouter un déploiement', 'Étape 1 sur 5 : But et modèle'],
  ])('speaks %s on a phone, as wide as it', async (locale, link, title) => {
    const page = await world.signedIn(`${locale}@example.org`, 'Lou', ['model-owner'], { locale, width: 390, height: 844 });
    await page.goto('/#/deployment');
    await page.getByRole('link', { name: link }).click();
    await heading(page, title);
    await world.look(page);
    expect(await page.locator('body').innerText()).not.toMatch(/domicile\.[a-z_]+\.|resources\.|\bra\./);
    expect(await page.evaluate(() => (globalThis as unknown as { document: { documentElement: { scrollWidth: number } } }).document.documentElement.scrollWidth)).toBe(390);
  });

  it('is not offered to those who may only read', async () => {
    const reader = await world.signedIn('arne@example.org', 'Arne Dahl', ['auditor']);
    await reader.goto('/#/deployment');
    await reader.getByRole('cell', { name: 'claims-assistant', exact: true }).waitFor();
    expect(await reader.getByRole('link', { name: 'Add a deployment' }).count()).toBe(0);
    await reader.goto('/?again#/deployment/create');
    await reader.getByRole('cell', { name: 'claims-assistant', exact: true }).waitFor();
    expect(await reader.getByRole('textbox', { name: 'Name of the deployment' }).count()).toBe(0);
  });

  it('gives axe nothing to find and breaks no rule of the policy of the pages', () => {
    expect(world.looks()).toBeGreaterThan(7);
    expect([...world.violations]).toEqual([]);
    expect(world.faults).toEqual([]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageTexts } from '../pdf/page-texts.js';
import { folderWith, runDomicile } from './run-domicile.js';

const approved = 'examples/decisions/open-wins.yaml';
const asOf = ['--as-of', '2026-11-23'];

/** What the pages of a report say, in one line. */
async function textOf(path: string): Promise<string> {
  return (await pageTexts(readFileSync(path))).join(' ').replaceAll(/\s+/g, ' ');
}

describe('a report with decisions', () => {
  it('justifies an approved decision and names the options that the packs judge otherwise', async () => {
    const output = join(folderWith(), 'dossier.pdf');
    const { code, stderr } = runDomicile(['report', 'examples/nordlicht', '-o', output, ...asOf, '--template', 'dossier', '--deployment', 'claims-assistant', '--decision', approved]);
    expect([code, stderr.includes('await approval')]).toEqual([0, false]);
    const text = await textOf(output);
    expect(text).toContain('Which model serves the claims assistant');
    expect(text).toContain('This audit judges options the record admits otherwise');
    expect(text).toContain('option-not-described (Unknown)');
  });

  it('says so where the packs were not asked about the options', async () => {
    const output = join(folderWith(), 'dossier.pdf');
    runDomicile(['report', 'examples/nordlicht', '-o', output, ...asOf, '--template', 'dossier', '--deployment', 'maths-tutor', '--decision', 'examples/decisions/closed-wins.yaml']);
    expect(await textOf(output)).toContain('The policy packs of this audit were not asked about these options');
  });

  it('is not written from a case nobody approved', () => {
    const folder = folderWith({ 'case.yaml': readFileSync(approved, 'utf8').replace(/^approval:.*\n(?: .*\n)*/m, '') });
    const output = join(folder, 'audit.pdf');
    const { code, stdout, stderr } = runDomicile(['report', 'examples/nordlicht', '-o', output, '--decision', join(folder, 'case.yaml')]);
    expect([code, stdout, existsSync(output)]).toEqual([2, '', false]);
    expect(stderr).toMatch(/the inputs await approval and no score is shown before; have them approved with inputHash: [0-9a-f]{64}/);
  });

  it('names the deployments there are when asked for one that is not', () => {
    const output = join(folderWith(), 'audit.pdf');
    const { code, stderr } = runDomicile(['report', 'examples/nordlicht', '-o', output, '--deployment', 'claims-asistant']);
    expect([code, existsSync(output)]).toEqual([2, false]);
    expect(stderr).toMatch(/no deployment 'claims-asistant'; write one of: .*claims-assistant/);
  });
});

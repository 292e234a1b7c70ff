import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintPdf } from '../pdf/lint/lint-pdf.js';
import { pageTexts } from '../pdf/page-texts.js';
import { folderWith, repository, runDomicile } from './run-domicile.js';

const example = join(repository, 'examples/nordlicht');
const logo = readFileSync(join(example, 'report/logo.svg'), 'utf8');
const brand = 'brand: { name: ACME SE, accent: "#0B5C8A", logo: logo.svg }\n';

function reportWith(files: Readonly<Record<string, string>>): { readonly code: number | null; readonly stderr: string; readonly output: string } {
  const folder = folderWith(files);
  const output = join(folder, 'audit.pdf');
  const { code, stderr } = runDomicile(['report', example, '-o', output, '--as-of', '2026-11-23', '--template', 'board-brief', '--about', join(folder, 'about.yaml')]);
  return { code, stderr, output };
}

describe('what an organisation says of its report', () => {
  it('stands on the cover with its logo, within the standards, and leaves the report a draft', async () => {
    const { code, output } = reportWith({ 'about.yaml': `version: "2.1"\nclassification: Strictly confidential\n${brand}`, 'logo.svg': logo });
    expect(code).toBe(0);
    const pdf = readFileSync(output);
    const text = (await pageTexts(pdf)).join(' ');
    expect(text).toContain('Strictly confidential');
    expect(text).toContain('version 2.1');
    expect(text).toContain('DRAFT');
    expect(await lintPdf(pdf)).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    ['a colour nobody can read', 'brand: { name: ACME SE, accent: "#FFEE00" }', /about\.yaml:1:\d+: .*too light to be read on white.*; choose a darker colour/],
    ['a sign-off, which only people on the server give', 'signOffs: []', /about\.yaml:1:1: .*signOffs/],
    ['a period that ends before it begins', 'period: { from: 2026-02-01, to: 2026-01-01 }', /ends before it begins; exchange from and to/],
    ['a logo outside the folder', 'brand: { name: ACME SE, logo: ../logo.svg }', /no such logo below the folder/],
    ['a logo that is not there', 'brand: { name: ACME SE, logo: none.svg }', /no such logo below the folder/],
  ])('is refused with %s, and nothing is written', (_, about, expected) => {
    const { code, stderr, output } = reportWith({ 'about.yaml': `${about}\n` });
    expect([code, existsSync(output)]).toEqual([2, false]);
    expect(stderr).toMatch(expected);
  });
});

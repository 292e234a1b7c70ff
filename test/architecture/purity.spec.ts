import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(__dirname, '../..');

/** Lints each source by the named set of rules; the rule ids that speak up come back in order. */
const lintScript = `
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import * as sets from './purity.eslint.mjs';
const linter = new Linter();
const config = [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, rules: sets[process.argv[1]] }];
const sources = JSON.parse(process.argv[2]);
console.log(JSON.stringify(sources.map((source) => linter.verify(source, config, 'planted.ts').map(({ ruleId }) => ruleId))));
`;

async function lint(rules: 'purityRules' | 'sameBitsRules', sources: readonly string[]): Promise<string[][]> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', lintScript, rules, JSON.stringify(sources)], { cwd: root });
  return JSON.parse(stdout) as string[][];
}

describe('pure rooms', () => {
  const impure = [
    'export const now = () => Date.now();',
    'export const now = () => new Date();',
    'export const now = () => Date();',
    'export const roll = () => Math.random();',
    'export const env = process.env;',
    "export const get = () => fetch('http://localhost');",
    "export const say = () => console.log('x');",
    "export const order = (a: string, b: string) => a.localeCompare(b);",
    'export const show = (n: number) => n.toLocaleString();',
    "export const format = new Intl.NumberFormat('de');",
    "import { randomUUID } from 'node:crypto';\nexport const id = randomUUID;",
    'export const wait = () => setTimeout(() => undefined, 1);',
  ];
  const pure = ["import { createHash } from 'node:crypto';\nexport const digest = (text: string) => createHash('sha256').update(text).digest('hex');", "export const instant = (asOf: string) => new Date(asOf);"];

  it('refuse the clock, randomness, the process, the network and the locale, and nothing else', async () => {
    const found = await lint('purityRules', [...impure, ...pure]);
    impure.forEach((source, index) => expect({ source, caught: found[index]?.length }).toEqual({ source, caught: 1 }));
    expect(found.slice(impure.length)).toEqual(pure.map(() => []));
  }, 60_000);

  it('reckon a decision only with what every engine rounds alike', async () => {
    const apart = ['export const grow = (x: number) => Math.exp(x);', 'export const size = (x: number) => Math.log10(x);', 'export const cube = (x: number) => x ** 3;', 'export const now = () => Date.now();'];
    const alike = ['export const root = (x: number) => Math.sqrt(x) / 2 - Math.floor(x) * Math.max(x, 1);', ...pure];
    const found = await lint('sameBitsRules', [...apart, ...alike]);
    apart.forEach((source, index) => expect({ source, caught: found[index]?.length }).toEqual({ source, caught: 1 }));
    expect(found.slice(apart.length)).toEqual(alike.map(() => []));
  }, 60_000);
});

import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(__dirname, '../..');

/** Lints each source as a file of a pure room would be; the rule ids that speak up come back in order. */
const lintScript = `
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { purityRules } from './purity.eslint.mjs';
const linter = new Linter();
const config = [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, rules: purityRules }];
const sources = JSON.parse(process.argv[1]);
console.log(JSON.stringify(sources.map((source) => linter.verify(source, config, 'planted.ts').map(({ ruleId }) => ruleId))));
`;

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
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', lintScript, JSON.stringify([...impure, ...pure])], { cwd: root });
    const found = JSON.parse(stdout) as string[][];
    impure.forEach((source, index) => expect({ source, caught: found[index]?.length }).toEqual({ source, caught: 1 }));
    expect(found.slice(impure.length)).toEqual(pure.map(() => []));
  }, 60_000);
});

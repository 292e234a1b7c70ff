import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type PackReport, type RuleReport } from '../core/evaluation/pack-report.js';
import { testPack } from '../core/evaluation/test-pack.js';
import { type Problem } from '../core/inventory/problem.js';
import { type CompiledPack } from '../core/policy/compiled-pack.js';
import { bundledFolder } from '../files/bundled-folder.js';
import { type PackWithTests } from '../files/compile-pack-sources.js';
import { readPackSource } from '../files/read-pack-source.js';
import { readPolicyPacks } from '../files/read-policy-packs.js';
import { refusal, type CommandOutput } from './command-output.js';
import { compileSources } from './compile-sources.js';
import { shippedFolders } from './shipped-folders.js';

type Format = 'text' | 'json';
type Compiled = { readonly packs: readonly PackWithTests[]; readonly problems: readonly Problem[] };

export const packHelp = `
Examples:
  $ domicile pack list
  $ domicile pack lint my-pack/
  $ domicile pack test transfers
  $ domicile pack explain TRF-01

'lint' and 'test' take ids of shipped packs and overlays or paths, an overlay together with its pack;
without one they take everything shipped, with its overlays.
Exit code of 'test': 1 where a test fails or a rule is not tested well enough.`;

const print = (format: Format, data: unknown, text: string, exitCode = 0): CommandOutput => ({ stdout: format === 'json' ? `${JSON.stringify(data, null, 2)}\n` : text, stderr: '', exitCode });

/** `domicile pack list`: the shipped packs with version, digest and number of rules. */
export async function listPacks(format: Format): Promise<CommandOutput> {
  const packs = await shippedPacks();
  const rows = packs.map(({ id, title, version, digest, recommended, rules }) => ({ id, title, version, digest: `sha256:${digest}`, recommended, rules: rules.length }));
  return print(format, rows, rows.map((row) => `${row.id}@${row.version}  ${row.rules} rules  ${row.recommended ? 'recommended' : 'on demand'}  ${row.title}\n  ${row.digest}\n`).join(''));
}

/** `domicile pack lint`: everything that is wrong with packs, at file, line and column; exit code 2 where anything is. */
export async function lintPacks(selection: readonly string[], format: Format): Promise<CommandOutput> {
  const { packs, problems } = await compile(selection);
  if (problems.length > 0) return format === 'json' ? print(format, { problems }, '', 2) : refusal(problems);
  return print(format, { problems: [] }, packs.map(({ pack }) => `${pack.id}@${pack.version}: ${pack.rules.length} rules compile\n`).join(''));
}

/** `domicile pack test`: inline tests, coverage of conditions and mutation; exit code 1 where a pack is not tested well enough. */
export async function testPacks(selection: readonly string[], format: Format): Promise<CommandOutput> {
  const { packs, problems } = await compile(selection);
  if (problems.length > 0) return refusal(problems);
  const reports = packs.map(({ pack, tests }) => testPack(pack, tests));
  return print(format, reports, reports.map(reportText).join(''), reports.every(({ passed }) => passed) ? 0 : 1);
}

async function shippedPacks(): Promise<readonly CompiledPack[]> {
  const folders = { compiled: bundledFolder('dist/policies'), sources: bundledFolder('policies') };
  const ids = readdirSync(join(folders.compiled, 'packs')).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  return (await readPolicyPacks(ids, folders, new Set())).packs;
}

async function compile(selection: readonly string[]): Promise<Compiled> {
  const shipped = shippedFolders();
  const read = await Promise.all((selection.length === 0 ? shipped : selection).map((name) => readPackSource(shipped.includes(name) ? join(bundledFolder('policies'), name) : name)));
  return compileSources(read);
}

function reportText({ pack, version, rules, passed }: PackReport): string {
  const sum = (count: (rule: RuleReport) => number): number => rules.reduce((total, rule) => total + count(rule), 0);
  const totals = `${sum(({ tests }) => tests)} tests, ${sum(({ conditions }) => conditions.covered)} of ${sum(({ conditions }) => conditions.total)} conditions seen true and false, ${sum(({ mutants }) => mutants.killed)} of ${sum(({ mutants }) => mutants.total)} mutants killed, ${sum(({ mutants }) => mutants.excused)} excused with a reason`;
  return `${passed ? 'passed' : 'FAILED'} ${pack}@${version}: ${rules.length} rules, ${totals}\n${rules.filter((rule) => !rule.passed).map(ruleText).join('')}`;
}

function ruleText({ ruleId, failures, conditions, mutants, problems }: RuleReport): string {
  return [
    `  ${ruleId}`,
    ...failures.map(({ test, expected, actual }) => `    test '${test}': expected ${expected}, got ${actual}`),
    ...conditions.uncovered.map(({ expression, never }) => `    never ${never.join(' nor ')}: ${expression}`),
    ...mutants.survived.map((mutant) => `    no test notices: ${mutant}`),
    ...problems.map((problem) => `    ${problem}`),
    '',
  ].join('\n');
}

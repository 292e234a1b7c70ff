/**
 * Runs a composite action as a runner of GitHub would, with GitHub's own parser and evaluator of expressions: `run` steps in bash for real, `uses` steps are told only.
 * Reads `{ action, inputs, github, environment, folder }` as JSON and prints `{ problems, steps, outputs, failed }`. A program of its own, since those libraries load as ES modules only.
 */
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

const { action, inputs, github, environment, folder } = JSON.parse(readFileSync(0, 'utf8'));
const content = readFileSync(action, 'utf8');
const { context } = parseAction({ name: action, content }, { error() {}, info() {}, verbose() {} });
const problems = context.errors.getErrors().map(({ message }) => message);
if (problems.length > 0) finish({ problems, steps: [], outputs: {}, failed: true });
else run(parse(content));

function run({ inputs: declared, outputs: told, runs }) {
  const temporary = mkdtempSync(join(tmpdir(), 'domicile-runner-'));
  const unknown = Object.keys(inputs).filter((name) => !(name in declared));
  const given = Object.fromEntries(Object.entries(declared).map(([name, { default: value }]) => [name, inputs[name] ?? filled(String(value ?? ''), { github })]));
  const scope = { inputs: given, github, runner: { temp: temporary }, steps: {} };
  let failed = false;
  const steps = runs.steps.map((step) => {
    const taken = truth(step.if ?? 'success()', scope, failed);
    const named = { name: step.name, taken };
    if (!taken) return named;
    if (step.uses !== undefined) return { ...named, uses: step.uses, with: valuesOf(step.with, scope) };
    const result = runStep(step, scope, temporary);
    if (step.id !== undefined) scope.steps[step.id] = { outputs: result.outputs };
    failed ||= result.code !== 0;
    return { ...named, ...result };
  });
  const files = Object.fromEntries(Object.entries(scope.steps.check?.outputs ?? {}).filter(([, value]) => value !== '' && existsSync(value)).map(([name, path]) => [name, readFileSync(path, 'utf8')]));
  rmSync(temporary, { recursive: true });
  finish({ problems: unknown.map((name) => `there is no input ${name}`), steps, outputs: Object.fromEntries(Object.entries(told).map(([name, { value }]) => [name, filled(value, scope)])), files, failed });
}

function runStep(step, scope, temporary) {
  const file = (name) => { const path = join(temporary, name); writeFileSync(path, ''); return path; };
  const script = file('step.sh');
  writeFileSync(script, filled(step.run, scope));
  const [output, summary] = [file('output'), file('summary')];
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: temporary, GITHUB_ACTIONS: 'true', GITHUB_ACTION_PATH: dirname(action), GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, ...environment, ...valuesOf(step.env, scope) },
  });
  const outputs = Object.fromEntries(readFileSync(output, 'utf8').split('\n').filter(Boolean).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  return { code: status, stdout, stderr, outputs, summary: readFileSync(summary, 'utf8') };
}

function valuesOf(map, scope) {
  return Object.fromEntries(Object.entries(map ?? {}).map(([name, value]) => [name, filled(String(value), scope)]));
}

function filled(text, scope) {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression) => evaluated(expression, scope).coerceString());
}

function truth(condition, scope, failed) {
  const expression = condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1');
  const withStatus = /\b(always|success|failure|cancelled)\(/.test(expression) ? expression : `success() && (${expression})`;
  const value = evaluated(withStatus, scope, failed);
  return !(value.kind === data.Kind.Null || value.coerceString() === '' || value.coerceString() === 'false' || value.coerceString() === '0');
}

function evaluated(expression, scope, failed = false) {
  const answers = { always: true, success: !failed, failure: failed, cancelled: false };
  const functions = Object.entries(answers).map(([name, answer]) => ({ name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(answer) }));
  const tree = new Parser(new Lexer(expression).lex().tokens, Object.keys(scope), functions).parse();
  return new Evaluator(tree, JSON.parse(JSON.stringify(scope), data.reviver), new Map(functions.map((each) => [each.name, each]))).evaluate();
}

function finish(report) {
  process.stdout.write(JSON.stringify(report));
}

/**
 * One check of a repository in CI: runs `domicile check` against the base and writes every form of its result into CHECK_OUTPUT.
 * Ends well whatever the check said; the exit code of the check is one of its outputs, so that the result can be delivered before the job fails.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cutText } from './cut-text.mjs';

const { env } = process;
const folder = env.CHECK_OUTPUT || '.domicile';
const files = { result: join(folder, 'result.json'), sarif: join(folder, 'domicile.sarif'), comment: join(folder, 'comment.md'), junit: join(folder, 'junit.xml'), gitlab: join(folder, 'gitlab.json'), exitCode: join(folder, 'exit-code') };
const linesOf = (name) => (env[name] ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '');
/** In a container the checkout belongs to another account, and git would know no repository. */
const trusting = { ...env, GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' };

mkdirSync(folder, { recursive: true });
for (const file of Object.values(files)) rmSync(file, { force: true });
const base = fetchedBase(env.CHECK_BASE || env.CI_MERGE_REQUEST_DIFF_BASE_SHA || '');
const ran = domicile([
  ...linesOf('CHECK_PATHS'),
  ...linesOf('CHECK_CODE').flatMap((path) => ['--code', path]),
  ...linesOf('CHECK_PACKS').flatMap((pack) => ['--pack', pack]),
  ...linesOf('CHECK_WAIVERS').flatMap((path) => ['--waivers', path]),
  ...(env.CHECK_FAIL_ON ? ['--fail-on', env.CHECK_FAIL_ON] : []),
  ...(env.CHECK_ON_UNKNOWN ? ['--on-unknown', env.CHECK_ON_UNKNOWN] : []),
  ...(env.CHECK_NEW_ONLY === 'true' ? ['--new-only'] : []),
  ...(base === '' ? [] : ['--base', base]),
  ...[['json', files.result], ['sarif', files.sarif], ['markdown', files.comment], ['junit', files.junit], ['gitlab', files.gitlab]].flatMap(([format, output]) => ['--format', format, '--output', output]),
  '--format',
  'text',
]);
process.stdout.write(ran.stdout);
process.stderr.write(ran.stderr);
const exitCode = ran.status ?? 2;
const result = existsSync(files.result) ? JSON.parse(readFileSync(files.result, 'utf8')) : undefined;
if (result === undefined) writeFileSync(files.comment, `## Domicile: nothing was checked\n\nThe check ended with exit code ${exitCode} and no result, so nothing is known of this change.\n\n\`\`\`\n${ran.stderr.replaceAll('`', "'").trim() || 'It said nothing.'}\n\`\`\`\n`);
writeFileSync(files.exitCode, `${exitCode}\n`);
if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, cutText(readFileSync(files.comment, 'utf8'), 900_000, 'the rest is in result.json'));
if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, Object.entries(outputs()).map(([name, value]) => `${name}=${value}\n`).join(''));

function outputs() {
  const open = result?.findings.filter(({ waiver }) => waiver === null || waiver.state === 'expired') ?? [];
  const count = (state) => (result === undefined || result.diff === null ? '' : open.filter(({ baselineState }) => baselineState === state).length);
  return { 'exit-code': exitCode, conclusion: result?.conclusion ?? 'unknown', new: count('new'), gone: result?.diff?.absent.length ?? '', still: count('unchanged'), sarif: existsSync(files.sarif) ? files.sarif : '', result: result === undefined ? '' : files.result, comment: files.comment };
}

function domicile(options) {
  const built = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'domicile.cjs');
  const [program, ...first] = env.CHECK_DOMICILE ? [env.CHECK_DOMICILE] : [process.execPath, built];
  const { status, stdout, stderr, error } = spawnSync(program, [...first, 'check', ...options], { encoding: 'utf8', env: trusting, maxBuffer: 1024 ** 3 });
  return { status, stdout: stdout ?? '', stderr: `${stderr ?? ''}${error === undefined ? '' : `${program} did not run: ${error.message}\n`}` };
}

/** The revision to compare with, fetched where a shallow checkout lacks it. What cannot be fetched is left to the check, which refuses it. */
function fetchedBase(revision) {
  const git = (...args) => spawnSync('git', args, { encoding: 'utf8', env: trusting });
  if (revision === '' || revision.startsWith('-') || git('cat-file', '-e', `${revision}^{commit}`).status === 0) return revision;
  const fetched = git('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', revision.replace(/^origin\//, ''));
  process.stderr.write(fetched.stderr ?? '');
  return fetched.status === 0 ? git('rev-parse', 'FETCH_HEAD').stdout.trim() : revision;
}

import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, repository } from '../cli/run-domicile.js';
import { bundledProgram } from './bundled-program.js';
import { startCodeHost, type CodeHost } from './code-host.js';
import { git, sampleRepository } from './sample-repository.js';

interface Step {
  readonly name: string;
  readonly taken: boolean;
  readonly code?: number;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly summary?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Report {
  readonly problems: readonly string[];
  readonly steps: readonly Step[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly failed: boolean;
}

const action = join(repository, 'action.yml');
let runner: string;
let host: CodeHost;
beforeAll(() => {
  runner = bundledProgram('run-composite-action.mjs');
});
beforeEach(async () => {
  host = await startCodeHost();
});
afterEach(() => host.close());

/** Without blocking, since the code host answers in this process. */
async function runAction({ folder, base }: { readonly folder: string; readonly base?: string }, inputs: Readonly<Record<string, string>> = {}, file = action): Promise<Report> {
  const pullRequest = base === undefined ? {} : { pull_request: { number: 12, base: { sha: base } } };
  const child = spawn(process.execPath, [runner], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ action: file, folder, inputs: { domicile: join(repository, 'dist', 'domicile.cjs'), ...inputs }, github: { token: 'job-token', event: pullRequest }, environment: { GITHUB_API_URL: host.url, GITHUB_REPOSITORY: 'acme/ai' } }));
  let told = '';
  for await (const chunk of child.stdout) told += String(chunk);
  return JSON.parse(told) as Report;
}

const step = (report: Report, name: string): Step => report.steps.find((each) => each.name === name) ?? { name, taken: false };

describe('action.yml', () => {
  it('is a composite action to the parser of GitHub, which refuses what is none', async () => {
    const broken = folderWith({ 'action.yml': readFileSync(action, 'utf8').replace('      shell: bash\n', '      shel: bash\n') });
    const report = await runAction({ folder: broken }, {}, join(broken, 'action.yml'));
    expect(report.problems.join('\n')).toMatch(/shel/);
  });

  it('checks a pull request against its base, uploads the findings, comments, and fails where the gate does', async () => {
    const report = await runAction(sampleRepository());
    expect(report.problems).toEqual([]);
    expect(report.steps.map(({ name, taken, code }) => [name, taken, code])).toEqual([
      ['Build Domicile', false, undefined],
      ['Check', true, 0],
      ['Upload findings', true, undefined],
      ['Comment', true, 0],
      ['Gate', true, 1],
    ]);
    expect(report.outputs).toMatchObject({ 'exit-code': '1', conclusion: 'non-conforming', new: '1', gone: '1', still: '1' });
    expect(host.comments).toHaveLength(1);
    const body = host.comments[0]?.body ?? '';
    expect(body).toMatch(/^<!-- domicile: domicile -->\n## Domicile: non-conforming\n/);
    expect(body).toContain('- findings: 1 new, 1 gone, 1 still there');
    expect(body).toMatch(/### New \(1\)\n\n.*\n.*\n\| high \| fail \| G-3 \|/);
    expect(body).toMatch(/### Gone \(1\)\n\n.*\n.*\n\| high \| fail \| G-1 \| deployment\/d \| It is commercial \|/);
    expect(body).toMatch(/### Still there \(1\)\n\n.*\n.*\n\| low \| fail \| G-2 \|/);
    expect(step(report, 'Check').summary).toBe(body.slice(body.indexOf('\n') + 1));
    expect(step(report, 'Check').stdout).toContain('fail high G-3');
  });

  it('hands a SARIF file to code scanning in which each result has a place in the repository', async () => {
    const report = await runAction(sampleRepository(), { name: 'models' });
    const { uses, with: given } = step(report, 'Upload findings');
    expect([uses, given?.['category']]).toEqual(['github/codeql-action/upload-sarif@v4', 'models']);
    expect(given?.['sarif_file']).toMatch(/\/models\/domicile\.sarif$/);
    const { runs } = JSON.parse(report.files['sarif'] ?? '') as { runs: [{ results: { locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }[] }] };
    expect(runs[0].results.map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri)).toEqual(['domicile.yaml', 'domicile.yaml']);
  });

  it('replaces its own comment, the one of its name, and none of a person who writes its mark', async () => {
    const sample = sampleRepository();
    const person = { user: { login: 'mallory', type: 'User' }, author: { id: 1 } };
    for (let id = 1; id <= 100; id++) host.comments.push({ id, body: '<!-- domicile: domicile -->\n## Domicile: conforming', ...person });
    await runAction(sample);
    await runAction(sample, { name: 'other' });
    writeFileSync(join(sample.folder, 'domicile.yaml'), readFileSync(join(sample.folder, 'domicile.yaml'), 'utf8').replace('retentionDays: 40', 'retentionDays: 4').replace('criticality: critical', 'criticality: standard'));
    const report = await runAction(sample);
    expect(report.failed).toBe(false);
    expect(host.comments.slice(100).map(({ body }) => body.split('\n').slice(0, 2))).toEqual([
      ['<!-- domicile: domicile -->', '## Domicile: conforming'],
      ['<!-- domicile: other -->', '## Domicile: non-conforming'],
    ]);
    expect(host.comments.slice(0, 100).every(({ body }) => body === '<!-- domicile: domicile -->\n## Domicile: conforming')).toBe(true);
  });

  it('says that nothing was checked where that is so, instead of leaving an old conclusion to stand', async () => {
    const sample = sampleRepository();
    await runAction(sample);
    const report = await runAction(sample, { 'fail-on': 'hihg' });
    expect(report.outputs).toMatchObject({ 'exit-code': '2', conclusion: 'unknown', new: '', result: '' });
    expect([step(report, 'Upload findings').taken, step(report, 'Gate').code]).toEqual([false, 2]);
    expect(host.comments).toHaveLength(1);
    expect(host.comments[0]?.body).toContain('## Domicile: nothing was checked');
    expect(host.comments[0]?.body).toContain("'hihg' is invalid");
  });

  it('says of an input with errors that it did not pass', async () => {
    const report = await runAction(sampleRepository(), { packs: 'no-such-pack' });
    expect([report.outputs['conclusion'], step(report, 'Gate').code]).toEqual(['inconclusive', 2]);
    expect(host.comments[0]?.body).toMatch(/## Domicile: inconclusive\n\ngate not passed, since 2 errors /);
    expect(host.comments[0]?.body).toContain('- `no-such-pack` there is no such file or folder');
  });

  it('leaves the verdict to the gate where a token may not comment, and fails where the host is broken', async () => {
    const sample = sampleRepository();
    host.refusing = 403;
    const fork = await runAction(sample, { 'fail-on': 'critical' });
    expect(step(fork, 'Comment')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^::warning title=Domicile::the token may not comment; /) as string });
    expect([step(fork, 'Gate').code, fork.failed]).toEqual([0, false]);
    host.refusing = 500;
    const broken = await runAction(sample);
    expect([step(broken, 'Comment').code, step(broken, 'Gate').code]).toEqual([1, 1]);
  });

  it('outside a pull request compares with nothing and comments on nothing, and blocks on all there is', async () => {
    const { folder } = sampleRepository();
    const report = await runAction({ folder }, { 'new-only': 'true', 'upload-sarif': 'false' });
    expect(report.steps.map(({ taken }) => taken)).toEqual([false, true, false, false, true]);
    expect(report.outputs).toMatchObject({ 'exit-code': '1', new: '', gone: '', still: '' });
    expect(host.requests).toEqual([]);
  });

  it('hands every input on as it is, and runs none of it', async () => {
    const { folder } = sampleRepository();
    const report = await runAction({ folder }, { paths: 'domicile.yaml\n$(touch hacked)', base: '--upload-pack=touch hacked' });
    expect(git(folder, 'status', '--porcelain')).toBe('');
    expect(report.outputs['exit-code']).toBe('2');
    expect(step(report, 'Check').stderr).toMatch(/is no git revision/);
  });

  it('fails where the program it is told to run is not there', async () => {
    const report = await runAction(sampleRepository(), { domicile: 'no-such-program' });
    expect(step(report, 'Check').stderr).toContain('no-such-program did not run');
    expect(step(report, 'Gate').code).toBe(2);
  });
});

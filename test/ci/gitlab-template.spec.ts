import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../cli/run-domicile.js';
import { startCodeHost, type CodeHost } from './code-host.js';
import { git, sampleRepository, type SampleRepository } from './sample-repository.js';

const program = join(repository, 'node_modules', 'gitlab-ci-local', 'dist', 'index.js');
const template = readFileSync(join(repository, 'ci', 'gitlab.yml'), 'utf8');
const pipeline = `include:\n  - local: ci/gitlab.yml\n    inputs: { home: ${repository}, name: models, paths: domicile.yaml }\n`;
const canRun = spawnSync('rsync', ['--version']).error === undefined;

function sampleWith(text: string): SampleRepository {
  const sample = sampleRepository({ '.gitlab-ci.yml': pipeline, 'ci/gitlab.yml': text });
  git(sample.folder, 'remote', 'set-url', '--push', 'origin', 'git@gitlab.example.org:acme/ai.git');
  return sample;
}

interface Ran {
  readonly code: number | null;
  readonly text: string;
}

/** gitlab-ci-local holds a pipeline to GitLab's own schema and runs its jobs in a shell; without blocking, since the code host answers in this process. */
async function gitlab({ folder }: SampleRepository, args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...args, ...Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`])], { cwd: folder, env: { ...process.env, HOME: folder, NO_COLOR: '1' } });
  let text = '';
  child.stdout.on('data', (chunk) => (text += String(chunk)));
  child.stderr.on('data', (chunk) => (text += String(chunk)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, text })));
}

describe('ci/gitlab.yml', () => {
  it('is a pipeline to the schema of GitLab, which refuses what is none', async () => {
    expect(await gitlab(sampleWith(template), ['--list'])).toMatchObject({ code: 0, text: expect.stringContaining('domicile') as string });
    const broken = await gitlab(sampleWith(template.replace('when: always', 'when: sometimes')), ['--list']);
    expect(broken.code).not.toBe(0);
    expect(broken.text).toMatch(/artifacts|when/);
  });

  if (!canRun && process.env['CI'] === undefined) {
    console.warn('SKIPPED: running the GitLab job; install rsync');
    it.skip('runs the job (rsync is not installed)', () => undefined);
    return;
  }

  describe('run', () => {
    let host: CodeHost;
    beforeEach(async () => {
      host = await startCodeHost();
    });
    afterEach(() => host.close());
    const job = ['--shell-executor-no-image', '--force-shell-executor', 'domicile'];
    const mergeRequest = (base: string): Readonly<Record<string, string>> => ({ GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'merge_request_event', CI_MERGE_REQUEST_IID: '5', CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_PROJECT_ID: '42', CI_API_V4_URL: `${host.url}/api/v4` });

    it('checks a merge request against its base, comments, keeps the reports and fails with the exit code of the check', async () => {
      const sample = sampleWith(template);
      const { text } = await gitlab(sample, job, { ...mergeRequest(sample.base), COMMENT_TOKEN: 'project-token' });
      expect(text).toMatch(/finished in .* FAIL 1\b/);
      expect(host.comments).toHaveLength(1);
      expect(host.comments[0]?.body).toMatch(/^<!-- domicile: models -->\n## Domicile: non-conforming\n[^]*- findings: 1 new, 1 gone, 1 still there/);
      expect(host.requests).toEqual(['GET /api/v4/user project-token', 'GET /api/v4/projects/42/merge_requests/5/notes project-token', 'POST /api/v4/projects/42/merge_requests/5/notes project-token']);
      const kept = (name: string): string => readFileSync(join(sample.folder, '.domicile', name), 'utf8');
      expect((JSON.parse(kept('gitlab.json')) as { check_name: string; location: { path: string } }[]).map(({ check_name, location }) => [check_name, location.path])).toEqual([['G-2', 'domicile.yaml'], ['G-3', 'domicile.yaml']]);
      expect(kept('junit.xml')).toContain('<testsuite');
      expect(kept('domicile.sarif')).toContain('"2.1.0"');
      expect(existsSync(join(sample.folder, '.domicile', 'exit-code'))).toBe(true);
    });

    it('says that it may not comment where it has no token, and still fails', async () => {
      const sample = sampleWith(template);
      const { text } = await gitlab(sample, job, mergeRequest(sample.base));
      expect(text).toContain('WARNING: no token to comment with; set the masked variable COMMENT_TOKEN');
      expect(text).toMatch(/FAIL 1\b/);
      expect(host.requests).toEqual([]);
    });
  });
});

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { repository } from '../cli/run-domicile.js';
import { bundledProgram } from './bundled-program.js';

const read = (path: string): string => readFileSync(join(repository, path), 'utf8');
const [workflow = '', pipeline = ''] = [...read('docs/ci.md').matchAll(/```yaml\n([^]*?)```/g)].map(([, text]) => text ?? '');

describe('docs/ci.md', () => {
  it('shows a workflow that the parser of GitHub takes, and inputs and outputs that the action has', () => {
    const parser = bundledProgram('parse-workflow.mjs');
    const problemsOf = (text: string): unknown => JSON.parse(spawnSync(process.execPath, [parser], { input: text, encoding: 'utf8' }).stdout);
    expect(problemsOf(workflow)).toEqual([]);
    expect(problemsOf(workflow.replace('runs-on', 'run-on'))).not.toEqual([]);
    const action = parse(read('action.yml')) as { inputs: object; outputs: object };
    const { jobs } = parse(workflow) as { jobs: { check: { steps: { uses?: string; with?: object }[] } } };
    const used = jobs.check.steps.find(({ uses }) => uses?.startsWith('your-organisation/domicile@'));
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(used?.with ?? { missing: '' })));
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining([...workflow.matchAll(/steps\.domicile\.outputs\.([\w-]+)/g)].map(([, name]) => name)));
  });

  it('shows a pipeline with inputs that the template has', () => {
    const [head] = parseAllDocuments(read('ci/gitlab.yml')).map((document) => document.toJS() as { spec: { inputs: object } });
    const { include } = parse(pipeline) as { include: [{ file: string; inputs: object }] };
    expect(include[0].file).toBe('ci/gitlab.yml');
    expect(Object.keys(head?.spec.inputs ?? {})).toEqual(expect.arrayContaining(Object.keys(include[0].inputs)));
  });
});

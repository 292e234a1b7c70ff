import { importSources } from '../import-sources.js';

const report = (more: object): string => `${JSON.stringify({ domicilePull: 1, connection: 'cluster', complete: true, gaps: [], files: [], ...more }, null, 2)}\n`;
const problemsOf = (text: string) => {
  const { problems, fragments, unrecognised } = importSources([{ path: 'pulled/pull.json', bytes: new TextEncoder().encode(text), sha256: '0'.repeat(64) }]);
  expect([fragments.map(({ records }) => records), unrecognised]).toEqual([[[]], []]);
  return problems;
};
const gap = { code: 'not-allowed', what: 'the pods of all namespaces', message: 'https://k8s.example.org/api/v1/pods answers 403; allow it', tolerated: false };

describe('the report of a pull', () => {
  it('states nothing where the pull is complete', () => {
    expect(problemsOf(report({}))).toEqual([]);
  });

  it('makes of a gap an error at its line, and of a tolerated one a warning', () => {
    const problems = problemsOf(report({ complete: false, gaps: [gap, { ...gap, code: 'cut', tolerated: true }] }));
    expect(problems).toEqual([
      { file: 'pulled/pull.json', line: 8, column: 15, code: 'pull-gap', message: "the pods of all namespaces could not be pulled from 'cluster', so it is unknown and not absent (https://k8s.example.org/api/v1/pods answers 403; allow it); pull again, or tolerate 'not-allowed' in the connection" },
      expect.objectContaining({ code: 'pull-gap', level: 'warning' }),
    ]);
  });

  it('is an error where it is not complete and says not why, or is no report', () => {
    expect(problemsOf(report({ complete: false }))).toMatchObject([{ code: 'pull-gap', message: expect.stringContaining('says not why') as string }]);
    expect(problemsOf(report({ gaps: 'none' }))).toMatchObject([{ code: 'wrong-type' }]);
    expect(problemsOf(report({}).replace('{', '['))).not.toEqual([]);
  });
});

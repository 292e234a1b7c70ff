import { assembleSnapshot } from '../src/core/inventory/assemble-snapshot.js';
import { importSources } from '../src/importers/import-sources.js';
import { readSourceFiles } from '../src/files/read-source-files.js';

describe('the example organisation', () => {
  it('imports without a problem, with its contradiction kept', async () => {
    const { files, problems } = await readSourceFiles(['examples/nordlicht']);
    const imported = importSources(files.filter(({ path }) => !path.endsWith('waivers.yaml')));
    expect([...problems, ...imported.problems]).toEqual([]);
    expect(imported.missing).toEqual([]);
    const snapshot = assembleSnapshot(imported.fragments, '2026-11-23T00:00:00.000Z');
    expect(snapshot.deployments).toHaveLength(12);
    expect(snapshot.contradictions).toEqual([expect.objectContaining({ record: 'model/deepseek-coder-33b', pointer: '/licence/expression', decided: false })]);
    expect(snapshot.dataFlows.filter(({ undeclared }) => undeclared).map(({ to }) => to)).toEqual(['openai', 'langfuse']);
  });
});

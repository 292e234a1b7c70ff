import { type SourceFile } from '../../core/inventory/source-file.js';
import { importSources } from '../import-sources.js';

const source = (value: unknown): SourceFile => ({ path: 'b.json', bytes: new TextEncoder().encode(JSON.stringify(value)), sha256: '0'.repeat(64) });
const flows = (value: unknown) => importSources([source(value)]).fragments.flatMap(({ records }) => records.filter(({ kind }) => kind === 'dataFlow').map((record) => record.value));

describe('borderlint output', () => {
  it('reads the inventory and the findings as flows found in code', () => {
    const site = { file: 'app.py', line: 2, kind: 'endpoint_reference', evidence: 'api.deepseek.com', jurisdiction: 'cn' };
    const expected = { stage: 'prompt', to: 'deepseek', via: 'app.py:2', processingCountries: ['CN'], undeclared: true };
    expect(flows({ borderlint: '1', components: [{ provider: 'deepseek', name: 'DeepSeek', jurisdictions: ['cn'], sites: [site] }], schema: 'borderlint.ai-dataflow-sbom/1' })).toEqual([expect.objectContaining(expected)]);
    expect(flows({ findings: [{ provider: 'deepseek', name: 'DeepSeek', severity: 'fail', ...site }], regimes: [] })).toEqual([expect.objectContaining(expected)]);
  });

  it('states no country where borderlint knows none', () => {
    expect(flows({ components: [{ provider: 'p', jurisdictions: ['unknown', 'CN-GBA'], sites: [] }], schema: 'borderlint.ai-dataflow-sbom/1' })[0]).not.toHaveProperty('processingCountries');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { testPack } from '../core/evaluation/test-pack.js';
import { subjectSchemas } from '../core/exposure/view/subject-schemas.js';
import { typeEnvironmentOf } from '../core/policy/type-environment-of.js';
import { compilePackSources } from './compile-pack-sources.js';
import { parsePackFile } from './parse-pack-file.js';
import { type PackSource, readPackSource } from './read-pack-source.js';

const guide = readFileSync('policies/README.md', 'utf8');
const examples = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text ?? '');
const catalogue = parse(readFileSync('policies/reference/controls.yaml', 'utf8')) as { readonly controls: readonly { readonly id: string }[] };
const options = { environment: typeEnvironmentOf(subjectSchemas), controls: new Set(catalogue.controls.map(({ id }) => id)) };
const sourceOf = (kind: string): PackSource => ({ path: 'policies/README.md', ...parsePackFile('policies/README.md', examples.find((text) => text.includes(`kind: ${kind}`)) ?? '') });

describe('the guide to policy packs', () => {
  it('shows a pack that compiles and whose tests notice every mistake', () => {
    const { packs, problems } = compilePackSources([sourceOf('PolicyPack')], options);
    expect(problems).toEqual([]);
    expect(packs.map(({ pack, tests }) => testPack(pack, tests))).toMatchObject([{ passed: true, rules: [{ ruleId: 'OUR-01', tests: 4, failures: [], problems: [] }] }]);
  });

  it('shows an overlay that fits the pack it changes', async () => {
    const { packs, problems } = compilePackSources([await readPackSource(join('policies', 'transfers')), sourceOf('PolicyOverlay')], options);
    expect(problems).toEqual([]);
    expect(packs[0]?.pack.rules.find(({ id }) => id === 'TRF-10')?.enabled).toBe(false);
  });
});

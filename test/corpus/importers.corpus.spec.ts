import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SourceFile } from '../../src/core/inventory/source-file.js';
import { importSources } from '../../src/importers/import-sources.js';

const corpus = process.env['DOMICILE_CORPUS'];
const folder = (name: string): string => join(corpus ?? '', name);
const filesOf = (name: string): SourceFile[] =>
  readdirSync(folder(name)).sort().map((file) => {
    const bytes = readFileSync(join(folder(name), file));
    return { path: file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });

if (corpus === undefined || !existsSync(corpus)) {
  console.warn('SKIPPED: corpus tests of the importers; set DOMICILE_CORPUS to the folder of real files');
  it.skip('reads the corpus (DOMICILE_CORPUS is not set)', () => undefined);
} else {
  describe.each(['hf-front-matter', 'hf-model-cards', 'hf-config', 'litellm'])('%s', (kind) => {
    it.each(filesOf(kind).map((file) => [file.path, file] as const))('%s gives facts or a problem with a reason', (_name, file) => {
      const { fragments, problems, unrecognised } = importSources([file]);
      expect(unrecognised).toEqual([]);
      const records = fragments.flatMap((fragment) => fragment.records);
      expect(records.length + problems.length).toBeGreaterThan(0);
      for (const problem of problems) {
        expect(problem.line).toBeGreaterThan(0);
        expect(problem.message).toMatch(/; /);
      }
      if (records.length > 0) expect(records.some((record) => Object.keys(record.value).length > 1)).toBe(true);
    });
  });

  it('reports the card whose YAML holds a tab, at its line', () => {
    const file = filesOf('hf-front-matter').find(({ path }) => path.startsWith('lighteternal'));
    const { problems, fragments } = importSources(file === undefined ? [] : [file]);
    expect(problems[0]).toMatchObject({ code: 'yaml-syntax', line: expect.any(Number) });
    expect(fragments.flatMap(({ records }) => records)).toEqual([]);
  });
}

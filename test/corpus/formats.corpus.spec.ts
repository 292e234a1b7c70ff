import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nounSchemas } from '../../src/core/inventory/noun-schemas.js';
import { assembleSnapshot } from '../../src/core/inventory/assemble-snapshot.js';
import { type SourceFile } from '../../src/core/inventory/source-file.js';
import { importSources } from '../../src/importers/import-sources.js';
import { importers } from '../../src/importers/registry.js';
import { cpuTimeOf } from '../cpu-time-of.js';

const corpus = process.env['DOMICILE_CORPUS'];
const filesOf = (folder: string, pattern = /./): SourceFile[] =>
  readdirSync(join(corpus ?? '', folder)).filter((file) => pattern.test(file)).sort().map((file) => {
    const bytes = readFileSync(join(corpus ?? '', folder, file));
    return { path: file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
const errorsOf = (file: SourceFile) => importSources([file]).problems.filter(({ level }) => level === undefined);

const kinds = ['k8s-helm-compose', 'cyclonedx-mlbom', 'cyclonedx-spec-valid', 'cyclonedx-spec-invalid', 'terraform', 'ollama', 'spdx3-ai', 'mlflow', 'fideslang', 'oci-modelpack', 'openlineage', 'in-toto'];

if (corpus === undefined || !existsSync(corpus)) {
  console.warn('SKIPPED: corpus tests of the formats; set DOMICILE_CORPUS to the folder of real files');
  it.skip('reads the corpus (DOMICILE_CORPUS is not set)', () => undefined);
} else {
  describe.each(kinds)('%s', (kind) => {
    it.each(filesOf(kind, /(?<!\.bin)$/).map((file) => [file.path, file] as const))('%s: valid facts or a problem with line and reason, in under a second', (_name, file) => {
      const { answer: { fragments, problems, unrecognised }, milliseconds } = cpuTimeOf(1_000, () => importSources([file]));
      expect(milliseconds).toBeLessThan(1_000);
      expect(unrecognised).toEqual([]);
      const records = fragments.flatMap((fragment) => fragment.records);
      expect(records.length + problems.length).toBeGreaterThan(0);
      for (const problem of problems) {
        expect(problem.line).toBeGreaterThan(0);
        expect(problem.message).toMatch(/; /);
      }
      for (const { kind: noun, value, origin, origins } of records) {
        expect(nounSchemas[noun].safeParse(value)).toMatchObject({ success: true });
        for (const { line, confidence } of [origin, ...Object.values(origins)]) {
          expect(line).toBeGreaterThan(0);
          expect(confidence).not.toBe('verified');
        }
      }
      expect(importers.filter((importer) => importer.recognises(file)).map(({ id }) => id)).toHaveLength(1);
    });
  });

  it('joins all of it into one inventory, the same in any order', () => {
    const fragments = kinds.flatMap((kind) => importSources(filesOf(kind, /(?<!\.bin)$/)).fragments);
    const asOf = '2026-11-23T00:00:00Z';
    expect(assembleSnapshot([...fragments].reverse(), asOf).digest).toBe(assembleSnapshot(fragments, asOf).digest);
  });

  it.each(filesOf('cyclonedx-spec-invalid').map((file) => [file.path, file] as const))('refuses %s', (_name, file) => {
    expect(errorsOf(file).length).toBeGreaterThan(0);
    expect(importSources([file]).fragments.flatMap(({ records }) => records)).toEqual([]);
  });

  it.each([...filesOf('cyclonedx-spec-valid'), ...filesOf('cyclonedx-mlbom', /spec-valid|Model-Card|k8s|qwen|FoundationModels/), ...kinds.filter((kind) => !kind.startsWith('cyclonedx')).flatMap((kind) => filesOf(kind, /(?<!\.bin)$/))].map((file) => [file.path, file] as const))(
    'finds no error in %s',
    (_name, file) => {
      expect(errorsOf(file)).toEqual([]);
    },
  );

  it.each(filesOf('cyclonedx-mlbom', /Dataset_bom|OpenSource/).map((file) => [file.path, file] as const))('reports the trailing comma of %s', (_name, file) => {
    expect(errorsOf(file)).toEqual([expect.objectContaining({ code: 'json-syntax', line: 9 })]);
  });

  it('copies no key of a manifest anywhere', () => {
    const results = filesOf('k8s-helm-compose').map((file) => importSources([file]));
    expect(JSON.stringify(results)).not.toMatch(/fake-key|fake-hf-token|abc123XYZ987|insert-your-huggingface/);
  });
}

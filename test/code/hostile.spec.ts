import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanCode } from '../../src/code/scan-code.js';
import { shippedReference } from '../reference/shipped-reference.js';
import { mutateBytes } from '../weights/mutate-bytes.js';
import { samplesFolder } from './scan-samples.js';
import { cpuTimeOf } from '../cpu-time-of.js';

const runs = Number(process.env['DOMICILE_FUZZ_RUNS'] ?? 20);
const seed = Number(process.env['DOMICILE_FUZZ_SEED'] ?? 7);
const markers = shippedReference()['code-markers'].data;
const names = ['a.ts', 'a.tsx', 'a.js', 'a.py', 'A.java', 'A.kt', 'A.cs', 'a.go', 'a.yaml', '.env', '.mcp.json', 'mcp.toml', 'README.md'];
const nobody = { byHost: () => undefined, byPrefix: () => undefined };

function scanned(path: string, text: string): { readonly milliseconds: number; readonly hits: readonly object[] } {
  const { answer: { hits }, milliseconds } = cpuTimeOf(1_000, () => scanCode([{ path, inside: path, text, sha256: '' }], markers, nobody));
  for (const { line, column, name } of hits) expect([line > 0, column > 0, name.length <= 200]).toEqual([true, true, true]);
  return { milliseconds, hits };
}

describe.each(names)('a file %s', (name) => {
  it.each(['a', ' ', '\n', '"', "'", '`', '/', '/*', '*/', '<', '{', '(', '[', '\\', '#', '=', ':', '${', '//', '"""', 'https://', 'a.', '<!--', 'import ', 'import a from ', '@"', 'base_url=', 'OpenAI(', '{{', '\u2028', '\0'])('of 100,000 characters of %j ends within a second', (piece) => {
    expect(scanned(name, piece.repeat(Math.floor(100_000 / piece.length))).milliseconds).toBeLessThan(1_000);
  });
});

it('more hits than can be shown are told, and end', () => {
  const text = 'const a = "https://api.openai.com/v1";\n'.repeat(30_000);
  const { hits, problems } = scanCode([{ path: 'a.ts', inside: 'a.ts', text, sha256: '' }], markers, nobody);
  expect(hits).toHaveLength(20_000);
  expect(problems).toEqual([expect.objectContaining({ code: 'too-many' })]);
});

const files = readdirSync(samplesFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort();

it(`damaged samples, seed ${seed}, ${runs} runs each, are read to their end within a second`, () => {
  const random = xoroshiro128plus(seed);
  for (const path of files) {
    const bytes = readFileSync(path);
    for (let run = 0; run < runs; run++) {
      const damaged = mutateBytes(bytes, random);
      const repeated = Buffer.concat(Array.from({ length: uniformInt(random, 1, 3) }, () => damaged)).toString('utf8');
      expect(scanned(path.slice(samplesFolder.length + 1), repeated).milliseconds).toBeLessThan(1_000);
    }
  }
}, 60_000);

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(__dirname, '../..');

/** Each plants one import that the table of rooms forbids, and the rule that must catch it. */
const plants: readonly { readonly file: string; readonly source: string; readonly rule: string }[] = [
  { file: 'src/core/inventory/planted-room.ts', source: "import { importSources } from '../../importers/import-sources.js';\nexport const x = importSources;\n", rule: 'room-core' },
  { file: 'src/core/inventory/planted-type.ts', source: "import { type Importer } from '../../importers/importer.js';\nexport type X = Importer;\n", rule: 'room-core' },
  { file: 'src/core/inventory/planted-dynamic.ts', source: "export const x = async () => import('../../importers/importer.js');\n", rule: 'room-core' },
  { file: 'src/core/inventory/planted-rightward.ts', source: "import { type AuditResult } from '../audit/audit-result.js';\nexport type X = AuditResult;\n", rule: 'core-inventory' },
  { file: 'src/core/audit/planted-node.ts', source: "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n", rule: 'node-core' },
  { file: 'src/core/audit/planted-npm.ts', source: "import { parse } from 'yaml';\nexport const x = parse;\n", rule: 'npm-core' },
  { file: 'src/importers/litellm/planted-peer.ts', source: "import { frontMatter } from '../hugging-face/front-matter.js';\nexport const x = frontMatter;\n", rule: 'peers-importers' },
  { file: 'src/code/planted-room.ts', source: "import { importSources } from '../importers/import-sources.js';\nexport const x = importSources;\n", rule: 'room-code' },
  { file: 'src/exporters/json/planted-peer.ts', source: "import { toSarif } from '../sarif/to-sarif.js';\nexport const x = toSarif;\n", rule: 'peers-exporters' },
  { file: 'src/attic/planted.ts', source: "import { text } from '../core/inventory/text.js';\nexport const x = text;\n", rule: 'unlisted-room' },
  { file: 'src/core/attic/planted.ts', source: "import { text } from '../inventory/text.js';\nexport const x = text;\n", rule: 'unlisted-core-noun' },
  { file: 'src/server/attic/planted.ts', source: "import { text } from '../../core/inventory/text.js';\nexport const x = text;\n", rule: 'unlisted-server-feature' },
  { file: 'src/server/platform/planted-feature.ts', source: "import { x } from '../audits/planted.service.js';\nexport const y = x;\n", rule: 'server-platform' },
  { file: 'src/cli/index.ts', source: "export { exitCodeOf } from './exit-code.js';\n", rule: 'no-barrel' },
  { file: 'src/core/finding/planted-cycle-a.ts', source: "import { b } from './planted-cycle-b.js';\nexport const a = () => b;\n", rule: 'no-cycle' },
];

describe('the rooms', () => {
  let copy: string;

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'domicile-rooms-'));
    for (const path of ['src', 'migrations', 'rooms.mjs', '.dependency-cruiser.mjs', 'tsconfig.json', 'package.json']) cpSync(join(root, path), join(copy, path), { recursive: true, filter: (from) => !from.endsWith('.spec.ts') });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const { file, source } of plants) plant(file, source);
    plant('src/core/finding/planted-cycle-b.ts', "import { a } from './planted-cycle-a.js';\nexport const b = () => a;\n");
    plant('src/server/audits/planted.service.ts', 'export const x = 1;\n');
    plant('src/cli/planted-uses-barrel.ts', "import { exitCodeOf } from './index.js';\nexport const x = exitCodeOf;\n");
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  function plant(file: string, source: string): void {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), source);
  }

  it('catch every planted violation, and nothing else', async () => {
    const args = [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src'];
    const { stdout } = await run(process.execPath, args, { cwd: copy, maxBuffer: 256 * 1024 * 1024 }).catch((error: { stdout: string }) => error);
    const report = JSON.parse(stdout) as { summary: { violations: { from: string; to: string; rule: { name: string } }[] } };
    const violations = report.summary.violations.map(({ from, to, rule }) => ({ from, to, rule: rule.name }));
    for (const { file, rule } of plants) {
      const caught = violations.filter((violation) => (violation.from === file || violation.to === file) && violation.rule === rule);
      expect({ file, rule, caught: caught.length > 0 }).toEqual({ file, rule, caught: true });
    }
    expect(violations.filter(({ from, to }) => ![from, to].some((path) => /planted|attic|src\/cli\/index/.test(path)))).toEqual([]);
  }, 120_000);
});

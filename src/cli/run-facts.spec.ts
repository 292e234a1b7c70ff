import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCompiledReference } from '../files/write-compiled-reference.js';
import { runFacts } from './run-facts.js';

const folder = mkdtempSync(join(tmpdir(), 'domicile-run-facts-'));
const at = { format: 'text', asOf: '2026-11-23' } as const;

describe('domicile facts over a folder', () => {
  beforeAll(() => {
    writeCompiledReference('policies/reference', folder);
  });

  it('knows prices and hardware beside the core facts', async () => {
    expect((await runFacts(folder, { action: 'list', ...at }, [])).stdout).toMatch(/^price +152 .*\n(.*\n)*accelerator +21 /m);
    expect((await runFacts(folder, { action: 'show', name: 'h100-sxm', ...at }, [])).stdout).toMatch(/^accelerator\/h100-sxm /);
    expect((await runFacts(folder, { action: 'stale', ...at }, [])).stdout).toContain('engine/huggingface-hub  review was due 2025-06-29, 512 days ago');
  });

  it('refuses a faulty overlay with its place', async () => {
    const path = join(folder, 'overlay.yaml');
    writeFileSync(path, 'overlay: acme\nprovidres: []\n');
    expect(await runFacts(folder, { action: 'list', ...at }, [path])).toEqual({ stdout: '', stderr: `${path}:2:1: there is no field 'providres' here; correct its name or remove it (JSON Schema: named in the first line of the file)\n`, exitCode: 2 });
  });
});

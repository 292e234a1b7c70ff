import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const print = `
import { readFileSync } from 'node:fs';
const { typesOfApi } = await import('./scripts/types-of-api.mjs');
process.stdout.write(await typesOfApi(JSON.parse(readFileSync('docs/openapi.json', 'utf8'))));`;

describe('src/web/api/openapi.d.ts', () => {
  it('is what docs/openapi.json says', () => {
    const types = execFileSync(process.execPath, ['--input-type=module', '-e', print], { encoding: 'utf8', maxBuffer: 8_000_000 });
    expect(types).toBe(readFileSync('src/web/api/openapi.d.ts', 'utf8'));
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exporters } from '../../src/exporters/registry.js';
import { exampleResult } from '../exporters/example-result.js';

const files = { json: 'expected.json', sarif: 'expected.sarif', oscal: 'expected.oscal.json', junit: 'expected.xml', markdown: 'expected.md', gitlab: 'expected.gitlab.json', text: 'expected.txt' } as const;
const accepting = process.env['DOMICILE_ACCEPT_GOLDEN'] === '1';

describe('the example as of 2026-11-23', () => {
  it.each(Object.entries(files))('gives the expected %s (npm run golden:accept rewrites it)', async (format, file) => {
    const exporter = exporters.find(({ id }) => id === format);
    const given = exporter?.export(await exampleResult()) ?? '';
    const path = join(__dirname, 'nordlicht', file);
    if (accepting) writeFileSync(path, given);
    expect(given.length).toBeGreaterThan(1_000);
    expect(given).toBe(readFileSync(path, 'utf8'));
  });
});

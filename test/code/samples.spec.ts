import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodeHit } from '../../src/core/inventory/code-hit.js';
import { runDomicile } from '../cli/run-domicile.js';
import { expectedHits, knownMisses } from './expected-hits.js';
import { lineOf, samplesFolder, scanFolder } from './scan-samples.js';

const counts: { readonly sample: string; readonly expected: number; readonly falseAlarms: number; readonly misses: number }[] = [];

describe.each(Object.entries(expectedHits))('the sample %s', (sample, expected) => {
  const folder = join(samplesFolder, sample);

  it('is found as a person finds it: no false alarm, and no miss that is not known', async () => {
    const { hits, problems } = await scanFolder(folder);
    const found = new Set(hits.map((hit) => lineOf(folder, hit)));
    const falseAlarms = [...found].filter((line) => !expected.includes(line));
    const misses = expected.filter((line) => !found.has(line)).map((line) => `${sample}/${line}`);
    counts.push({ sample, expected: expected.length, falseAlarms: falseAlarms.length, misses: misses.length });
    expect(problems).toEqual([]);
    expect(falseAlarms).toEqual([]);
    expect(misses).toEqual(knownMisses.filter((line) => line.startsWith(`${sample}/`)));
  });

  it('has each hit at the column where its name stands', async () => {
    for (const { file, line, column, kind, name } of (await scanFolder(folder)).hits) {
      const text = readFileSync(file, 'utf8').split('\n')[line - 1] ?? '';
      const word = name.split('*').at(-1)?.split('.').at(0) ?? name;
      if (kind !== 'mcp-server') expect(`${file}:${line}: ${text.slice(Math.max(0, column - 5))}`).toContain(word);
    }
  });
});

it('is what the command finds too', async () => {
  const { stdout, stderr } = runDomicile(['scan', samplesFolder, '--code', samplesFolder, '--format', 'json']);
  const { code } = JSON.parse(stdout) as { code: { hits: CodeHit[] } };
  const { hits } = await scanFolder(samplesFolder);
  expect(stderr).toBe('');
  expect(code.hits.map((hit) => lineOf(samplesFolder, hit)).sort()).toEqual(hits.map((hit) => lineOf(samplesFolder, hit)).sort());
});

afterAll(() => {
  const total = (key: 'expected' | 'falseAlarms' | 'misses'): number => counts.reduce((sum, each) => sum + each[key], 0);
  process.stdout.write(`code scan on ${counts.length} samples: ${total('expected')} places expected, ${total('falseAlarms')} false alarms, ${total('misses')} misses (${knownMisses.length} known)\n`);
});

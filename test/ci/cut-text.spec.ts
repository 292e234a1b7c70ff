import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '../cli/run-domicile.js';

/** In a process of its own, as CI loads it. */
const cut = (text: string, most: number): string => {
  const program = `import { cutText } from ${JSON.stringify(join(repository, 'ci', 'cut-text.mjs'))}; import { readFileSync } from 'node:fs'; process.stdout.write(cutText(readFileSync(0, 'utf8'), ${most}, 'look elsewhere'));`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', program], { input: text, encoding: 'utf8' }).stdout;
};

describe('cutText', () => {
  it('leaves alone what is short enough', () => {
    expect(cut('a\nb\n', 4)).toBe('a\nb\n');
  });

  it('cuts between lines, closes what is open and says what is missing', () => {
    const rows = Array.from({ length: 100 }, (_, index) => `| row ${index} |`);
    const text = ['## Domicile: inconclusive', '<details><summary>show</summary>', ...rows, '</details>'].join('\n');
    const short = cut(text, 500);
    expect(short.length).toBeLessThanOrEqual(500);
    expect(short).toMatch(/\| row 10 \|\n[^]*\n<\/details>\n\n\*\*Cut here: \d+ of 103 lines are not shown; look elsewhere\.\*\*\n$/);
    expect(103 - Number(/Cut here: (\d+)/.exec(short)?.[1])).toBe(short.split('\n').filter((line) => /^(\| row|##|<details>)/.test(line)).length);
  });
});

import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderWith, repository, runDomicile } from './run-domicile.js';

const page = readFileSync('docs/how-to-write-a-rule.md', 'utf8');
const blocks = [...page.matchAll(/```(\w+)\n(.*?)```/gs)].map(([, language = '', text = '']) => ({ language, text }));

/** Does to a file what the first line of a block says: write it, add to it, or change the line that begins alike. */
function edit(folder: string, block: string): void {
  const [first = '', ...lines] = block.split('\n');
  const body = lines.join('\n');
  const [, verb, name = ''] = /^# (?:(add to|change in) )?(\S+)$/.exec(first) ?? [];
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  if (verb === 'add to') return appendFileSync(path, body);
  if (verb !== 'change in') return writeFileSync(path, body);
  const before = readFileSync(path, 'utf8').split('\n');
  const key = body.slice(0, body.indexOf(':') + 1);
  expect(before.filter((line) => line.startsWith(key))).toHaveLength(1);
  writeFileSync(path, before.map((line) => (line.startsWith(key) ? body.trimEnd() : line)).join('\n'));
}

it('shows exactly what the commands of the page on writing a rule print, from a first draft to a finding', () => {
  const folder = folderWith();
  const shown: { command: string; prints: string }[] = [];
  const printed: { command: string; prints: string }[] = [];
  for (const { language, text } of blocks) {
    if (language === 'yaml') edit(folder, text);
    if (language !== 'console') continue;
    const [command = '', ...prints] = text.split('\n');
    const { stdout, stderr } = runDomicile(command.replace('$ npx domicile ', '').split(' '), { cwd: folder });
    shown.push({ command, prints: prints.join('\n').trim() });
    printed.push({ command, prints: `${stdout}${stderr}`.trim() });
  }
  expect(shown).toHaveLength(7);
  expect(printed).toEqual(shown);
});

it('names commands and pages that exist', () => {
  const links = [...page.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target = '']) => join(repository, 'docs', target));
  expect(links.length).toBeGreaterThan(2);
  expect(spawnSync('ls', links).status).toBe(0);
  const { code, stdout } = runDomicile(['pack', 'explain', 'TRF-06']);
  expect(code).toBe(0);
  expect(stdout).toContain('Third-country orders to disclose');
  expect(stdout).toContain('tested with');
});

it('explains a rule that an overlay adds, and a rule of a pack without what overlays change', () => {
  const added = runDomicile(['pack', 'explain', 'dora-01', '--format', 'json']);
  expect(JSON.parse(added.stdout)).toMatchObject({ id: 'DORA-01', pack: 'resilience', overlay: 'dora-finance', controls: [{ id: 'DORA-28(8)', framework: 'DORA' }], onMissing: 'unknown' });
  const changed = JSON.parse(runDomicile(['pack', 'explain', 'RES-01', '--format', 'json']).stdout) as object;
  expect(changed).toMatchObject({ id: 'RES-01', severity: [{ is: 'high' }] });
  expect(changed).not.toHaveProperty('overlay');
});

it('tests shipped overlays with their pack, and refuses one without it', () => {
  const together = runDomicile(['pack', 'test', 'transfers', 'dpdp-india', '--format', 'json']);
  expect(together.code).toBe(0);
  expect((JSON.parse(together.stdout) as { rules: { ruleId: string }[] }[])[0]?.rules.map(({ ruleId }) => ruleId)).toContain('DPDP-01');
  expect(runDomicile(['pack', 'test', 'dpdp-india'])).toMatchObject({ code: 2, stderr: expect.stringContaining("the overlay is for the pack 'transfers'") as string });
});

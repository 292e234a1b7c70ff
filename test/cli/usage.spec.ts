import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gateManifest, gatePack, passing } from './gate-files.js';
import { checkJson, folderWith, repository, runDomicile } from './run-domicile.js';

const files = { 'domicile.yaml': gateManifest(passing), 'pack.yaml': gatePack };
const blocked = { ...files, 'domicile.yaml': gateManifest({ ...passing, commercial: false }) };

describe('wrong use', () => {
  it.each<[string, string[], RegExp]>([
    ['an unknown format', ['check', 'domicile.yaml', '--format', 'sarrif'], /there is no format 'sarrif'; write one of: .*sarif/],
    ['an unknown option', ['check', 'domicile.yaml', '--fail-onn', 'high'], /unknown option '--fail-onn'/],
    ['an unknown severity', ['check', 'domicile.yaml', '--fail-on', 'severe'], /critical, high, medium, low, info/],
    ['an unknown way with unknowns', ['check', 'domicile.yaml', '--on-unknown', 'ignore'], /fail, warn/],
    ['an instant without a zone', ['check', 'domicile.yaml', '--as-of', '2026-11-23T10:00:00'], /write a day, 2026-11-23, or an instant with its zone/],
    ['no path', ['check'], /missing required argument 'path'/],
    ['an unknown command', ['chekc', 'domicile.yaml'], /unknown command 'chekc'/],
    ['two formats for one output', ['check', 'domicile.yaml', '--format', 'text', '--format', 'json'], /only one format can go to standard output/],
    ['more outputs than formats', ['check', 'domicile.yaml', '--output', 'a', '--output', 'b'], /2 --output for 1 --format; write them in pairs/],
    ['a PDF for a terminal', ['check', 'domicile.yaml', '--format', 'pdf'], /add --output report\.pdf/],
    ['a git revision that is an option', ['check', 'domicile.yaml', '--base=--upload-pack=x'], /is no git revision/],
    ['a git revision outside a repository', ['check', 'domicile.yaml', '--base', 'HEAD'], /no git repository/],
    ['an output that is a folder', ['check', 'domicile.yaml', '--format', 'json', '--output', '.'], /cannot be written/],
  ])('%s ends with exit code 2, one reason and no output', (_, args, expected) => {
    const { code, stdout, stderr } = runDomicile(args, { cwd: folderWith(files) });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('an unknown pack is named, and nothing is called conforming', () => {
    const { code, result } = checkJson(['domicile.yaml', '--pack', 'nowhere'], { cwd: folderWith(files) });
    expect(code).toBe(2);
    expect(result.conclusion).toBe('inconclusive');
    expect(result.problems[0]).toMatchObject({ file: 'nowhere', message: expect.stringContaining('domicile pack list') });
  });

  it('a missing file is named', () => {
    const { code, stdout } = runDomicile(['check', 'none.yaml'], { cwd: folderWith() });
    expect(code).toBe(2);
    expect(stdout).toContain('none.yaml: error: there is no such file or folder; check the path');
    expect(stdout).not.toMatch(/Conclusion: conforming/);
  });

  it.each<[string, Record<string, string>, string]>([
    ['an empty manifest', { 'domicile.yaml': '' }, 'empty'],
    ['a manifest of comments', { 'domicile.yaml': '# nothing\n' }, 'empty'],
    ['a manifest without deployments', { 'domicile.yaml': 'domicile: 1\n' }, 'nothing-to-audit'],
    ['a manifest whose deployments are retired', { 'domicile.yaml': 'domicile: 1\ndeployments: [{ id: d, status: retired }]\n' }, 'nothing-to-audit'],
    ['an empty folder', {}, 'nothing-to-audit'],
    ['a file of another kind', { 'notes.yaml': 'a: 1\n' }, 'nothing-to-audit'],
  ])('%s is never conforming', (_, given, problem) => {
    const { code, result } = checkJson(['.'], { cwd: folderWith(given) });
    expect(code).toBe(2);
    expect(result.conclusion).toBe('inconclusive');
    expect(result.problems.map((each) => each.code)).toContain(problem);
  });
});

describe('outputs', () => {
  it('are written in one run, one to standard output', () => {
    const folder = folderWith(blocked);
    const { code, stdout } = runDomicile(['check', '.', '--as-of', '2026-06-01', '--format', 'json', '--output', 'out/a.json', '--format', 'sarif', '--output', 'b.sarif', '--format', 'junit', '--output', 'c.xml', '--format', 'markdown', '--output', 'd.md', '--format', 'github', '--output', 'e.txt', '--format', 'pdf', '--output', 'f.pdf', '--format', 'text'], { cwd: folder });
    expect(code).toBe(1);
    expect(stdout).toContain('Conclusion: non-conforming');
    expect(readdirSync(folder).sort()).toEqual(['b.sarif', 'c.xml', 'd.md', 'domicile.yaml', 'e.txt', 'f.pdf', 'out', 'pack.yaml']);
    expect(readFileSync(join(folder, 'f.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(JSON.parse(readFileSync(join(folder, 'out/a.json'), 'utf8'))).toMatchObject({ schema: 'domicile/audit-result/1', conclusion: 'non-conforming' });
  });

  it('are not written at all where one of them cannot be', () => {
    const folder = folderWith(files);
    const { code, stderr } = runDomicile(['check', '.', '--format', 'json', '--output', 'a.json', '--format', 'pdf'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('a PDF is not printed on a terminal');
    expect(existsSync(join(folder, 'a.json'))).toBe(false);
  });

  it('leave a report that cannot be made unwritten', () => {
    const folder = folderWith({ 'domicile.yaml': 'domicile: 2\n' });
    const { code, stdout, stderr } = runDomicile(['report', '.', '-o', 'report.pdf'], { cwd: folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^domicile\.yaml:1:11: /);
    expect(readdirSync(folder)).toEqual(['domicile.yaml']);
  });

  it('hold no colour in a pipe or with NO_COLOR', () => {
    for (const env of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '1' }]) expect(runDomicile(['check', '.'], { cwd: folderWith(blocked), env }).stdout).not.toContain('\u001b');
  });

  it('are the same bytes for the same input', () => {
    const run = (): string => runDomicile(['check', '.', '--as-of', '2026-06-01', '--format', 'json'], { cwd: folderWith(blocked) }).stdout;
    expect(run()).toBe(run());
  });

  it('may be cut off by the reader', async () => {
    const child = spawn('sh', ['-c', `"${process.execPath}" dist/domicile.cjs check examples/nordlicht --format json 2>err.$$; cat err.$$ >&2; rm -f err.$$`], { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((resolve) => child.once('close', resolve));
    expect(said).toBe('');
  });
});

describe('standard input', () => {
  it('is read as a manifest', () => {
    const { code, result } = checkJson(['-', '--pack', 'pack.yaml'], { cwd: folderWith(files), stdin: files['domicile.yaml'].replace('packs: [./pack.yaml]\n', '') });
    expect(code).toBe(0);
    expect(result.counts.pass).toBe(2);
  });

  it('that is empty is wrong input', () => {
    expect(checkJson(['-'], { stdin: '' }).code).toBe(2);
  });
});

describe('help', () => {
  const commands = ['check', 'report', 'scan', 'init', 'pack list', 'pack lint', 'pack test', 'pack explain', 'facts list', 'facts show', 'facts stale', 'openness', 'size', 'cost', 'decide', 'weights verify'];

  it.each(commands)('of %s shows an example', (command) => {
    const { code, stdout } = runDomicile([...command.split(' '), '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: domicile ${command}`);
    expect(stdout).toContain(`$ domicile ${command}`);
  });

  it('names every command', () => {
    const { code, stdout } = runDomicile(['--help']);
    expect(code).toBe(0);
    for (const command of commands) expect(stdout).toContain(`\n  ${command.split(' ')[0] ?? ''}`);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, runDomicile } from './run-domicile.js';

const example = 'examples/nordlicht';

describe('tables on the command line', () => {
  it('go into a folder, a file for each, and into a workbook that is the same in every time zone', () => {
    const folder = folderWith();
    const scanned = (zone: string): Buffer => {
      const workbook = join(folder, `${zone.replace('/', '-')}.xlsx`);
      expect(runDomicile(['scan', example, '--as-of', '2026-11-23', '--format', 'csv', '--output', join(folder, 'csv/'), '--format', 'xlsx', '--output', workbook], { env: { TZ: zone } })).toMatchObject({ code: 0, stdout: '', stderr: '' });
      return readFileSync(workbook);
    };
    expect(scanned('Asia/Tokyo').equals(scanned('America/New_York'))).toBe(true);
    expect(readdirSync(join(folder, 'csv')).sort()).toEqual(['contradictions', 'data-flows', 'deployments', 'dora-register', 'evidence', 'legal-entities', 'licences', 'lineage', 'models', 'organisation', 'problems', 'providers', 'weights'].map((name) => `${name}.csv`));
    expect(readFileSync(join(folder, 'csv/models.csv'), 'utf8')).toMatch(/^"id","name","purl",/);
  });

  it('of a check keep its exit code', () => {
    const folder = folderWith();
    expect(runDomicile(['check', example, '--format', 'csv', '--output', folder, '--format', 'xlsx', '--output', join(folder, 'audit.xlsx')])).toMatchObject({ code: 1, stderr: '' });
    expect(readdirSync(folder).sort()).toEqual(['audit.csv', 'audit.xlsx', 'controls.csv', 'findings.csv', 'problems.csv', 'verdicts.csv']);
  });

  it('are printed one at a time', () => {
    const { code, stdout } = runDomicile(['scan', example, '--format', 'csv', '--table', 'lineage']);
    expect([code, stdout.split('\r\n')[0]]).toEqual([0, '"id","child","parent","relation","dataset"']);
    const file = join(folderWith(), 'one.csv');
    runDomicile(['scan', example, '--format', 'csv', '--table', 'lineage', '--output', file]);
    expect(readFileSync(file, 'utf8')).toBe(stdout);
  });

  it.each([
    [['scan', example, '--format', 'csv'], '--table'],
    [['scan', example, '--format', 'xlsx'], '--output tables.xlsx'],
    [['check', example, '--format', 'csv', '--table', 'deployments'], 'audit, findings, verdicts, controls, problems'],
    [['scan', example, '--format', 'json', '--table', 'models'], '--format csv or xlsx'],
  ])('have a place to go, or the command says what to write: %p', (args, remedy) => {
    expect(runDomicile(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(remedy) });
    expect(existsSync('tables.xlsx')).toBe(false);
  });
});

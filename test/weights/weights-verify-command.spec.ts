import { join } from 'node:path';
import { weightsVerify } from '../../src/cli/weights-verify-command.js';
import { weightsJson } from '../../src/weights/weights-json.js';
import { buildPickle } from './build-pickle.js';
import { writeFolder } from './write-folder.js';

const asOf = '2026-06-01T00:00:00Z';

describe('weights verify', () => {
  const folder = writeFolder({ 'a.bin': buildPickle.globalCall('os', 'system', 'id') });

  it('prints JSON of the published shape and exits 1 where weights are not right', async () => {
    const { stdout, stderr, exitCode } = await weightsVerify({ folder, asOf, format: 'json' });
    expect([exitCode, stderr]).toEqual([1, '']);
    const json = weightsJson.parse(JSON.parse(stdout));
    expect(json).toMatchObject({ conclusion: 'non-conforming', signature: { state: 'absent', identity: null }, files: [{ path: 'a.bin', format: 'pickle', unsafe: [{ level: 'dangerous', what: 'os.system' }] }] });
  });

  it('prints text for people, without control characters from the files', async () => {
    const evil = writeFolder({ 'a\u001b[31m.bin': 'x' });
    const { stdout, exitCode } = await weightsVerify({ folder: evil, asOf });
    expect(exitCode).toBe(3);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('a\\u001b[31m.bin');
  });

  it('exits 2 and prints nothing where it cannot run', async () => {
    const missing = await weightsVerify({ folder: join(folder, 'nowhere'), asOf });
    expect([missing.exitCode, missing.stdout, missing.stderr]).toEqual([2, '', `${join(folder, 'nowhere')}: cannot be read (ENOENT); give a path that exists\n`]);
    const both = await weightsVerify({ folder, asOf, key: 'k', ca: ['c'] });
    expect([both.exitCode, both.stderr.includes('exclude each other')]).toEqual([2, true]);
    expect((await weightsVerify({ folder, asOf, threads: Number.NaN })).stderr).toContain('--threads takes a whole number');
    const noKey = await weightsVerify({ folder: writeFolder({ 'model.sig': '{}' }), asOf, bundle: join(folder, 'none.sig') });
    expect(noKey.exitCode).toBe(2);
  });
});

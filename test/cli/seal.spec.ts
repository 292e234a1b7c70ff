import { type SovereigntyResult } from '../../src/core/sovereignty/sovereignty-result.js';
import { runDomicile } from './run-domicile.js';

const example = ['examples/nordlicht', '--as-of', '2026-11-23'];

describe('domicile seal', () => {
  it('ranks the example: own machines high, an American cloud low, each with what is missed', () => {
    const { code, stdout, stderr } = runDomicile(['seal', ...example]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('adaptation');
    expect(stdout).toMatch(/underwriting-copilot[^]*SOV-1 {2}1 .*\n.*level 2 missed \(SOV-1\.2 .*owned in US/);
  });

  it('gives levels as ranges in JSON', () => {
    const { stdout } = runDomicile(['seal', ...example, '--deployment', 'claims-assistant', '--format', 'json']);
    const { deployments } = JSON.parse(stdout) as SovereigntyResult;
    expect(deployments.map(({ id }) => id)).toEqual(['claims-assistant']);
    expect(deployments[0]?.objectives).toHaveLength(8);
  });

  it.each([
    ['every minimum is shown to be met', ['--deployment', 'claims-assistant', '--minimum', 'SOV-2=3'], 0],
    ['one is missed', ['--deployment', 'underwriting-copilot', '--minimum', 'SOV-2=3'], 1],
    ['one cannot be decided', ['--deployment', 'claims-assistant', '--minimum', '1'], 3],
    ['a minimum is no level', ['--minimum', 'SOV-9=3'], 2],
    ['a deployment is misspelt', ['--deployment', 'claims-asistant'], 2],
  ])('exits so that CI can tell: %s', (_name, flags, code) => {
    expect(runDomicile(['seal', ...example, ...flags]).code).toBe(code);
  });
});

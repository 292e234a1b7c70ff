import { join } from 'node:path';
import { type ShockResult } from '../../src/core/shock/shock-result.js';
import { folderWith, runDomicile } from './run-domicile.js';

const asOf = ['--as-of', '2026-11-23'];

describe('domicile shock', () => {
  it('tells, for the example, which deployments the fall of the EU-US decision breaks', () => {
    const { code, stdout, stderr } = runDomicile(['shock', 'adequacy-falls:jurisdiction=US', 'examples/nordlicht', ...asOf, '--format', 'json']);
    const { counts, deployments } = JSON.parse(stdout) as ShockResult;
    expect([code, stderr, counts]).toEqual([1, '', { breaks: 2, undecided: 0, unchanged: 10 }]);
    expect(deployments.filter(({ impact }) => impact === 'breaks').map(({ id }) => id)).toEqual(['customer-chat', 'underwriting-copilot']);
  });

  it('names the failover a gateway loses although its deployment goes on', () => {
    const { code, stdout } = runDomicile(['shock', 'api-cut-off:provider=openai,days=30', 'examples/nordlicht', ...asOf]);
    expect(code).toBe(1);
    expect(stdout).toContain('breaks  underwriting-copilot');
    expect(stdout).toMatch(/broker-helpdesk \(findings open already: \d+; loses its failover flow to openai\)/);
  });

  it('reads a scenario from a file, and prints a table', () => {
    const file = join(folderWith({ 'month.yaml': 'kind: region-lost\ntitle: Gravelines burns\nregion: gra11\nprovider: ovh\n' }), 'month.yaml');
    const { code, stdout } = runDomicile(['shock', file, 'examples/nordlicht', ...asOf, '--format', 'markdown']);
    expect(code).toBe(1);
    expect(stdout).toContain('## If Gravelines burns');
    expect(stdout).toMatch(/^\| coding-assistant \| standard \| breaks \|/m);
  });

  it.each([
    ['a slip in the kind', 'adequacy-fals:jurisdiction=US', /did you mean 'adequacy-falls'/],
    ['a field that is missing', 'api-cut-off:provider=openai', /days: .*--help/],
    ['a field there is not', 'api-cut-off:provider=openai,days=3,weeks=1', /weeks/],
    ['days that are no number', 'api-cut-off:provider=openai,days=many', /days/],
    ['a region without a place', 'region-lost:provider=ovh', /write a region or a country/],
    ['a file that is not there', 'nowhere.yaml', /cannot be read/],
  ])('is refused for %s', (_name, scenario, message) => {
    const { code, stdout, stderr } = runDomicile(['shock', scenario, 'examples/nordlicht', ...asOf]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('exits with 0 where nothing breaks and with 3 where nothing can be said', () => {
    const text = (flow: string): string => `domicile: 1\norganisation: { id: a, name: A, seat: DE }\nproviders: [{ id: own, kind: own, country: DE }, { id: openai, name: OpenAI, reference: openai-api }]\ndeployments: [{ id: d, status: live, ${flow} }]\n`;
    const code = (flow: string): number | null => runDomicile(['shock', 'api-cut-off:provider=openai,days=3', join(folderWith({ 'domicile.yaml': text(flow) }), 'domicile.yaml'), ...asOf]).code;
    expect([code('provider: own'), code('criticality: low')]).toEqual([0, 3]);
  });
});

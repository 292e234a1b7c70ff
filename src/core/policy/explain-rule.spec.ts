import { z } from 'zod';
import { compilePack } from './compile-pack.js';
import { explainRule } from './explain-rule.js';
import { typeEnvironmentOf } from './type-environment-of.js';

const environment = typeEnvironmentOf({ deployment: z.strictObject({ id: z.string().max(40), at: z.iso.date().optional() }) });
const result = compilePack(
  {
    apiVersion: 'domicile/v1', kind: 'PolicyPack',
    metadata: { id: 'base', title: 'T', version: '2.1.0', owner: 'o', inventorySchema: 'domicile/inventory/1' },
    params: { days: { type: 'number', default: 30, source: 'our contract' }, unused: { type: 'boolean', default: true } },
    fixtures: { ok: { deployment: { id: 'a', at: '2026-01-01' } } },
    rules: [{ id: 'R-1', title: 'Fresh', severity: [{ from: '2027-01-01', is: 'high' }, { is: 'low' }], subject: 'deployment', controls: ['C'], rationale: 'r', appliesTo: "deployment.id != 'b'", check: 'now - deployment.at < days(params.days)', message: 'm', remediation: 'mend', tests: [{ name: 'fresh', fixture: 'ok', asOf: '2026-01-02', expect: 'pass' }] }],
  },
  { environment, controls: new Set(['C']), positions: (pointer) => ({ file: pointer, line: 1, column: 1 }) },
);
if ('problems' in result) throw new Error(JSON.stringify(result.problems));
const { pack, tests } = result;

describe('explainRule', () => {
  it('tells what a rule asks, reads and costs', () => {
    expect(explainRule(pack, 'R-1', tests)).toEqual({
      id: 'R-1', title: 'Fresh', pack: 'base', version: '2.1.0', severity: [{ is: 'low' }, { from: '2027-01-01', is: 'high' }], subject: 'deployment', controls: ['C'], rationale: 'r', remediation: 'mend',
      appliesTo: "deployment.id != 'b'", check: 'now - deployment.at < days(params.days)', onMissing: 'unknown', reads: ['deployment.at', 'deployment.id'],
      params: { days: { type: 'number', value: 30, source: 'our contract' } }, cost: 11, usesNow: true, enabled: true,
      tests: [{ name: 'fresh', expect: 'pass' }], survivors: [],
    });
  });

  it('knows nothing of a rule the pack does not have', () => {
    expect(explainRule(pack, 'R-2')).toBeUndefined();
  });
});

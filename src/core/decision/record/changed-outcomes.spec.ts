import { changedOutcomes } from './changed-outcomes.js';
import { type DecideCase } from './decide-case.js';

type Constraint = DecideCase['options'][number]['constraints'][number];

const outcome = (rule: string, verdict: Constraint['verdict']): Constraint => ({ rule, verdict, because: `${rule} is ${verdict}`, waivable: true });
const withConstraints = (...constraints: Constraint[]): DecideCase => ({ options: [{ id: 'own', constraints }] }) as unknown as DecideCase;

describe('changedOutcomes', () => {
  const stated = outcome('HOUSE-01', 'fail');
  const drafted = withConstraints(stated);

  it('finds nothing where the packs say what they said', () => {
    expect(changedOutcomes(withConstraints(stated, outcome('TRF-01', 'fail')), drafted, { own: [outcome('TRF-01', 'fail')] })).toEqual([]);
    expect(changedOutcomes(withConstraints(stated, outcome('policy-packs', 'pass')), drafted, { own: [outcome('policy-packs', 'pass')] })).toEqual([]);
  });

  it('tells what blocks by now, what no longer does, and what became of an unknown', () => {
    expect(changedOutcomes(withConstraints(stated, outcome('policy-packs', 'pass')), drafted, { own: [outcome('TRF-01', 'fail')] })).toEqual([{ option: 'own', rule: 'TRF-01', was: null, is: 'fail', because: 'TRF-01 is fail' }]);
    expect(changedOutcomes(withConstraints(stated, outcome('TRF-01', 'fail')), drafted, { own: [outcome('policy-packs', 'pass')] })).toEqual([{ option: 'own', rule: 'TRF-01', was: 'fail', is: null, because: 'TRF-01 is fail' }]);
    expect(changedOutcomes(withConstraints(outcome('TRF-01', 'unknown')), withConstraints(), { own: [outcome('TRF-01', 'fail')] })).toEqual([{ option: 'own', rule: 'TRF-01', was: 'unknown', is: 'fail', because: 'TRF-01 is fail' }]);
  });

  it('leaves alone what the author stated without the packs', () => {
    expect(changedOutcomes(withConstraints(stated), drafted, { own: [] })).toEqual([]);
  });
});

import { stateDigestOf } from './state-digest-of.js';

const verdict = (operands: readonly { readonly path: string; readonly value: unknown; readonly state?: string }[], outcome = 'fail') => ({ verdict: outcome, explanation: [{ operands }] });

describe('stateDigestOf', () => {
  const digest = stateDigestOf(verdict([{ path: 'flow.country', value: 'US' }]));

  it('is the same at another time', () => {
    expect(stateDigestOf(verdict([{ path: 'flow.country', value: 'US' }, { path: 'now', value: '2026-11-23T00:00:00Z' }]))).toBe(digest);
  });

  it.each([
    ['a value changes', verdict([{ path: 'flow.country', value: 'CN' }])],
    ['a value goes missing', verdict([{ path: 'flow.country', value: null, state: 'missing' }])],
    ['the outcome changes', verdict([{ path: 'flow.country', value: 'US' }], 'unknown')],
    ['another fact is read', verdict([{ path: 'flow.country', value: 'US' }, { path: 'flow.region', value: 'x' }])],
  ])('is another where %s', (_name, changed) => {
    expect(stateDigestOf(changed)).not.toBe(digest);
  });
});

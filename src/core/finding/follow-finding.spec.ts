import { findingStates, followFinding, type FindingState } from './follow-finding.js';

describe('followFinding', () => {
  it.each([
    ['there', [undefined, 'open'], ['open', 'open'], ['in-progress', 'in-progress'], ['resolved', 're-opened'], ['waived', 're-opened'], ['re-opened', 're-opened']],
    ['waived', [undefined, 'waived'], ['open', 'waived'], ['in-progress', 'waived'], ['resolved', 'waived'], ['waived', 'waived'], ['re-opened', 'waived']],
    ['gone', [undefined, undefined], ['open', 'resolved'], ['in-progress', 'resolved'], ['resolved', 'resolved'], ['waived', 'resolved'], ['re-opened', 'resolved']],
  ] as const)('%s', (seen, ...transitions) => {
    const cases = transitions as readonly (readonly [FindingState | undefined, FindingState | undefined])[];
    expect(cases.map(([before]) => [before, followFinding(before, seen)])).toEqual(cases);
  });

  it('leaves a finding alone whose rule was not asked', () => {
    for (const state of [undefined, ...findingStates]) expect(followFinding(state, 'not-asked')).toBe(state);
  });
});

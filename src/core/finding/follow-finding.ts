/** Where a finding stands between audits. `re-opened`: it was resolved or waived and is there again. */
export const findingStates = ['open', 'in-progress', 'resolved', 'waived', 're-opened'] as const;

export type FindingState = (typeof findingStates)[number];

/** What an audit says of a finding: that it is there, waived or not, that its rule was asked and it is not, or nothing, since its rule was not asked. */
export type FindingSeen = 'there' | 'waived' | 'gone' | 'not-asked';

/** The state after an audit. Only an audit resolves a finding; absent before its first. */
export function followFinding(before: FindingState | undefined, seen: FindingSeen): FindingState | undefined {
  switch (seen) {
    case 'not-asked':
      return before;
    case 'gone':
      return before === undefined ? undefined : 'resolved';
    case 'waived':
      return 'waived';
    case 'there':
      return before === undefined ? 'open' : before === 'resolved' || before === 'waived' ? 're-opened' : before;
  }
}

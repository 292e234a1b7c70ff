import { Day } from '../admin/day.js';
import { Person } from '../admin/person.js';
import { type Column } from '../admin/row-list.js';
import { WordChip } from '../admin/word-chip.js';
import { type Finding } from '../api/shapes.js';

export const findingColumns: readonly Column<Finding>[] = [
  { name: 'severity', sort: 'severity', show: ({ severity }) => <WordChip group="severity" word={severity} /> },
  { name: 'verdict', show: ({ verdict }) => <WordChip group="verdict" word={verdict} /> },
  { name: 'rule', leads: true, show: ({ ruleId }) => <span style={{ whiteSpace: 'nowrap' }}>{ruleId}</span> },
  { name: 'subject', sort: 'subject', show: ({ subject }) => subject.slice(subject.indexOf('/') + 1) },
  { name: 'message', show: ({ message }) => message },
  { name: 'state', show: ({ state }) => <WordChip group="state" word={state} /> },
  { name: 'assignee', show: ({ assignee }) => <Person id={assignee ?? undefined} /> },
  { name: 'changedAt', sort: 'changed', show: ({ changedAt }) => <Day at={changedAt} /> },
];

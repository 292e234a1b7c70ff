import { Day } from '../admin/day.js';
import { Person } from '../admin/person.js';
import { type Column } from '../admin/row-list.js';
import { WordChip } from '../admin/word-chip.js';
import { type DecisionSummary } from './decision.js';

export const decisionColumns: readonly Column<DecisionSummary>[] = [
  { name: 'decision', show: ({ name }) => name },
  { name: 'title', show: ({ title }) => title },
  { name: 'state', show: ({ state }) => <WordChip group="state" word={state} /> },
  { name: 'deployment', show: ({ deployment }) => deployment ?? '–' },
  { name: 'option', show: ({ signOff }) => signOff?.option ?? '–' },
  { name: 'author', show: ({ author }) => <Person id={author} /> },
  { name: 'changedAt', show: ({ changedAt }) => <Day at={changedAt} /> },
];

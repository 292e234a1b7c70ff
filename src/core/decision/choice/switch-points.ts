import { figure } from '../cost/figure.js';
import { type SwitchPoint } from './choice-result.js';
import { type Criterion } from './criterion.js';
import { type DrawnScore } from './choice-draws.js';
import { scoreAt } from './score-at.js';
import { weightedValue } from './weighted-value.js';

interface Standing {
  readonly ids: readonly string[];
  readonly criteria: readonly Criterion[];
  readonly cells: readonly (readonly DrawnScore[])[];
  readonly expected: readonly (readonly number[])[];
  readonly weights: readonly number[];
  readonly leader: number;
}

/** For every known score: how far it alone must move, everything else standing still, for the lead to change. */
export function switchPoints({ ids, criteria, cells, expected, weights, leader }: Standing): readonly SwitchPoint[] {
  const totals = expected.map((values) => weightedValue(values, weights));
  const top = totals[leader] ?? 0;
  const rival = totals.reduce((best, total, option) => (option !== leader && (best === -1 || total > (totals[best] ?? 0)) ? option : best), -1);
  if (rival === -1) return [];
  return ids.flatMap((option, row) =>
    criteria.flatMap((criterion, column) => {
      const cell = cells[row]?.[column];
      if (cell?.kind !== 'known') return [];
      const gap = row === leader ? (totals[rival] ?? 0) - top : top - (totals[row] ?? 0);
      const needed = (expected[row]?.[column] ?? 0) + gap / (weights[column] ?? 1);
      const to = scoreAt(criterion.anchors, needed, cell.mode);
      const overtaker = row === leader ? ids[rival] : option;
      return [
        {
          option,
          criterion: criterion.id,
          from: figure(cell.mode, criterion.unit, 'the stated score'),
          to: to === null ? figure(null, criterion.unit, 'no score within the anchors changes the lead', { answer: 'never' }) : figure(to, criterion.unit, 'score at which the weighted values are equal'),
          then: to === null ? `${ids[leader]} stays in the lead` : `${overtaker} draws level with ${row === leader ? option : ids[leader]}`,
        },
      ];
    }),
  );
}

import { type Problem } from '../../core/inventory/problem.js';
import { cellText } from './cell-text.js';
import { type Table } from './table.js';

/** What could not be read, or is wrong. */
export function problemTable(problems: readonly Problem[]): Table {
  return {
    name: 'problems',
    columns: ['file', 'line', 'column', 'level', 'code', 'message'],
    rows: problems.map(({ file, line, column, level, code, message }) => [file, line, column, level ?? 'error', code, message].map(cellText)),
  };
}

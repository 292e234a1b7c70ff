import { type OutcomeName } from './outcome-mark.js';
import { type SeverityName } from './severity-mark.js';
import { type TextStyle } from './text-style.js';

export interface TableColumn {
  readonly title: string;
  /** Part of the width, against the other columns; words of the header are never cut for it. */
  readonly share: number;
  readonly style?: TextStyle;
  readonly align?: 'left' | 'right';
  /** Cells stay on one line, as dates and ids must. */
  readonly whole?: boolean;
}

export interface TableCell {
  readonly text: string;
  readonly severity?: SeverityName;
  readonly outcome?: OutcomeName;
  /** Id of the place the cell leads to. */
  readonly link?: string;
  readonly strong?: boolean;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly tint?: string;
  /** Id under which others link to this row. */
  readonly id?: string;
}

export interface TableModel {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly caption?: string;
  readonly goTo: (text: string) => string;
}

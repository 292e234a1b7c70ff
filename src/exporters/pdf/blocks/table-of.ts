import { type ReportBlock } from '../../../core/report/report-block.js';
import { palette } from '../kit/palette.js';
import { type TableColumn, type TableModel } from '../kit/table-model.js';
import { typeScale } from '../kit/type-scale.js';

type TableBlock = Extract<ReportBlock, { kind: 'table' }>;

const styles = { text: typeScale.cell, number: typeScale.number, code: typeScale.mono } as const;
const tints = { home: palette.homeTint, away: palette.awayTint, open: palette.openTint } as const;

/** The kit's table for a table of the report. */
export function tableOf({ columns, rows, caption }: TableBlock, goTo: (target: string) => string): TableModel {
  return {
    columns: columns.map(({ title, share, set = 'text', align, whole = false }): TableColumn => ({ title, share, style: styles[set], whole, ...(align === undefined ? {} : { align }) })),
    rows: rows.map(({ id, cells, tone }) => ({ cells, ...(id === undefined ? {} : { id }), ...(tone === undefined ? {} : { tint: tints[tone] }) })),
    ...(caption === undefined ? {} : { caption }),
    goTo,
  };
}

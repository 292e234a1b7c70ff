import { type OutputTarget } from './output-targets.js';
import { isTableFormat } from './table-format.js';
import { UsageError } from './usage-error.js';

/** Refuses what has no place to go, before anything is read: several tables on standard output, a workbook on a terminal, a table that is not asked for in CSV. */
export function checkTableTargets(targets: readonly OutputTarget[], table: string | undefined): void {
  for (const { format, output } of targets) {
    if (format === 'xlsx' && output === undefined) throw new UsageError('a workbook is not printed on a terminal; add --output tables.xlsx');
    if (format === 'csv' && output === undefined && table === undefined) throw new UsageError('CSV holds one table at a time; name it with --table, or give a folder with --output for all of them');
  }
  if (table !== undefined && !targets.some(({ format }) => isTableFormat(format))) throw new UsageError('--table goes with --format csv or xlsx; add one of them, or leave it away');
}

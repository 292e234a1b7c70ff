import { toCsv } from '../exporters/tables/to-csv.js';
import { toXlsx } from '../exporters/tables/to-xlsx.js';
import { type Table } from '../exporters/tables/table.js';
import { type OutputTarget } from './output-targets.js';
import { UsageError } from './usage-error.js';

export interface WrittenOutput {
  /** File to write; absent: standard output. */
  readonly output?: string;
  readonly content: string | Uint8Array;
}

/** The tables, or the one that is named: a file for each in a folder as CSV, all in one workbook as XLSX. */
export async function tableOutputs(tables: readonly Table[], { format, output }: OutputTarget, table: string | undefined): Promise<WrittenOutput[]> {
  const chosen = table === undefined ? tables : tables.filter(({ name }) => name === table);
  if (chosen.length === 0) throw new UsageError(`there is no table '${table ?? ''}'; write one of: ${tables.map(({ name }) => name).join(', ')}`);
  const place = output === undefined ? {} : { output };
  if (format === 'xlsx') return [{ ...place, content: await toXlsx(chosen) }];
  const [only] = chosen;
  if (table !== undefined && only !== undefined) return [{ ...place, content: toCsv(only) }];
  const folder = (output ?? '.').replace(/[/\\]+$/, '');
  return chosen.map((each) => ({ output: `${folder}/${each.name}.csv`, content: toCsv(each) }));
}

import { Injectable } from '@nestjs/common';
import { fieldPointers } from '../../core/inventory/field-pointers.js';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { valueAt } from '../../core/inventory/value-at.js';
import { cellText } from '../../exporters/tables/cell-text.js';
import { type Table } from '../../exporters/tables/table.js';
import { toCsv } from '../../exporters/tables/to-csv.js';
import { toXlsx } from '../../exporters/tables/to-xlsx.js';
import { recordTables, tableColumns } from '../../importers/tables/record-tables.js';
import { type Principal } from '../platform/authorization/principal.js';
import { type RecordExport, type RecordSummary } from './record-shapes.js';
import { RecordsService } from './records.service.js';

const readAtOnce = 1000;

/** Lists of records as tables that can be imported again. */
@Injectable()
export class RecordExportService {
  constructor(private readonly records: RecordsService) {}

  async export(asker: Principal, { format, kind, ...query }: RecordExport): Promise<{ readonly bytes: Uint8Array; readonly name: string; readonly type: string }> {
    const table: Table = { name: tableName(kind), columns: tableColumns(kind), rows: await this.rows(asker, kind, query) };
    if (format === 'csv') return { bytes: Buffer.from(toCsv(table)), name: `${table.name}.csv`, type: 'text/csv; charset=utf-8; header=present' };
    return { bytes: await toXlsx([table]), name: `${table.name}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
  }

  private async rows(asker: Principal, kind: NounKind, query: Omit<RecordExport, 'format' | 'kind'>): Promise<string[][]> {
    const pointers = fieldPointers(kind);
    const rows: string[][] = [];
    let revision = query.revision;
    for (let after: string | undefined; ; ) {
      const page = await this.records.list(asker, { ...query, kind, limit: readAtOnce, ...(revision === undefined ? {} : { revision }), ...(after === undefined ? {} : { after }) });
      rows.push(...page.items.map((record) => pointers.map((pointer) => cellOf(record, pointer))));
      if (page.next === null) return rows;
      after = page.next;
      revision = page.revision;
    }
  }
}

function cellOf({ value, disputed }: RecordSummary, pointer: string): string {
  return disputed.includes(pointer) && valueAt(value, pointer) === undefined ? 'contradicted' : cellText(valueAt(value, pointer));
}

function tableName(kind: NounKind): string {
  return Object.entries(recordTables).find(([, each]) => each === kind)?.[0] ?? kind;
}

import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { fieldPointers } from '../../core/inventory/field-pointers.js';
import { type NounKind } from '../../core/inventory/noun-kind.js';
import { valueAt } from '../../core/inventory/value-at.js';
import { cellText } from '../../exporters/tables/cell-text.js';
import { csvRows } from '../../exporters/tables/csv-rows.js';
import { toXlsx } from '../../exporters/tables/to-xlsx.js';
import { recordTables, tableColumns } from '../../importers/tables/record-tables.js';
import { type Principal } from '../platform/authorization/principal.js';
import { type RecordExport, type RecordSummary } from './record-shapes.js';
import { RecordsService } from './records.service.js';

type Rows = readonly (readonly string[])[];

/** Lists of records as tables that can be imported again. */
@Injectable()
export class RecordExportService {
  constructor(private readonly records: RecordsService) {}

  /** CSV is read and sent a page at a time. @throws DomainError as `RecordsService.list` */
  async export(asker: Principal, { format, kind, ...query }: RecordExport): Promise<{ readonly content: Readable | Uint8Array; readonly name: string; readonly type: string }> {
    const pages = this.records.pages(asker, { ...query, kind });
    const first = await pages.next();
    const columns = tableColumns(kind);
    const rows = this.rows(kind, first, pages);
    const name = tableName(kind);
    if (format === 'csv') return { content: Readable.from(csvOf(columns, rows)), name: `${name}.csv`, type: 'text/csv; charset=utf-8; header=present' };
    const all: (readonly string[])[] = [];
    for await (const part of rows) all.push(...part);
    return { content: await toXlsx([{ name, columns, rows: all }]), name: `${name}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
  }

  private async *rows(kind: NounKind, first: IteratorResult<readonly RecordSummary[], void>, rest: AsyncGenerator<readonly RecordSummary[], void>): AsyncGenerator<Rows> {
    const pointers = fieldPointers(kind);
    for (let page = first; page.done !== true; page = await rest.next()) yield page.value.map((record) => pointers.map((pointer) => cellOf(record, pointer)));
  }
}

async function* csvOf(columns: readonly string[], parts: AsyncIterable<Rows>): AsyncGenerator<string> {
  yield csvRows([columns]);
  for await (const part of parts) if (part.length > 0) yield csvRows(part);
}

function cellOf({ value, disputed }: RecordSummary, pointer: string): string {
  return disputed.includes(pointer) && valueAt(value, pointer) === undefined ? 'contradicted' : cellText(valueAt(value, pointer));
}

function tableName(kind: NounKind): string {
  return Object.entries(recordTables).find(([, each]) => each === kind)?.[0] ?? kind;
}

import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyInstance } from 'fastify';
import { csvRows } from '../../exporters/tables/csv-rows.js';
import { toXlsx } from '../../exporters/tables/to-xlsx.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { type ProblemDocument } from '../platform/problem/problem-document.js';
import { type ListExport } from './export-shapes.js';
import { exportedList, type ExportedList, type ExportedListName } from './exported-lists.js';
import { listAddress } from './list-address.js';
import { cellsOf, columnsOf, withRest } from './table-of-rows.js';

type Row = Readonly<Record<string, unknown>>;
type Page = Row & { readonly items: readonly Row[]; readonly next?: string | number | null };

/** What tells who asks; an export asks for each page with it, so that it holds what the asker would be shown and nothing else. */
export interface AskingHeaders {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
}

export interface ExportedTable {
  readonly content: Readable | Uint8Array;
  readonly name: string;
  readonly type: string;
}

const rowsOfPage = 200;

/** Lists of the API as tables, a row for each item. */
@Injectable()
export class ListExportService {
  constructor(private readonly adapter: HttpAdapterHost) {}

  /** CSV is read and sent a page at a time; where a page fails the answer is cut off. @throws DomainError as the list itself */
  async export(headers: AskingHeaders, list: ExportedListName, { format, after: _after, before: _before, limit: _limit, ...filters }: ListExport): Promise<ExportedTable> {
    const pages = this.pages(headers, list, filters);
    const first = (await pages.next()).value ?? [];
    if (format === 'csv') return { content: Readable.from(csvOf(first, pages)), name: `${list}.csv`, type: 'text/csv; charset=utf-8; header=present' };
    const all = [...first];
    for await (const page of pages) all.push(...page);
    const columns = columnsOf(all);
    return { content: await toXlsx([{ name: list, columns, rows: all.map((row) => cellsOf(row, columns).slice(0, columns.length)) }]), name: `${list}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
  }

  private async *pages(headers: AskingHeaders, list: ExportedListName, filters: Readonly<Record<string, unknown>>): AsyncGenerator<readonly Row[], void> {
    const { path: pattern, cursor, ...rows } = exportedList(list);
    const { path, query } = listAddress(pattern, filters);
    const [filter] = Object.keys(query);
    if (cursor === undefined && filter !== undefined) throw new DomainError('invalid-request', `the list comes whole and takes no '${filter}'; leave it out`, { errors: [{ pointer: filter, detail: 'is no parameter of the list' }] });
    let page = await this.page(headers, path, cursor === undefined ? query : { ...query, limit: rowsOfPage });
    yield rowsOf(page, rows);
    while (cursor !== undefined && page.next !== undefined && page.next !== null) {
      page = await this.page(headers, path, { ...query, limit: rowsOfPage, [cursor]: page.next });
      yield rowsOf(page, rows);
    }
  }

  private async page({ authorization, cookie }: AskingHeaders, path: string, query: Readonly<Record<string, unknown>>): Promise<Page> {
    const parameters = Object.entries(query).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((each): [string, string] => [name, String(each)]));
    const { statusCode, body } = await this.adapter.httpAdapter.getInstance<FastifyInstance>().inject({ method: 'GET', url: `/api/v1/${path}?${new URLSearchParams(parameters).toString()}`, headers: { ...(authorization === undefined ? {} : { authorization }), ...(cookie === undefined ? {} : { cookie }) } });
    if (statusCode === 200) return JSON.parse(body) as Page;
    const { code, detail, errors } = JSON.parse(body) as ProblemDocument;
    throw new DomainError(code, detail, { errors: errors ?? [] });
  }
}

function rowsOf(page: Page, { also, restsOn }: Pick<ExportedList, 'also' | 'restsOn'>): readonly Row[] {
  const items = also === undefined ? page.items : [...page.items, ...(page[also] as readonly Row[])];
  if (restsOn === undefined) return items;
  const ground = page[restsOn];
  if (ground === null || ground === undefined) throw new DomainError('conflict', 'the register has not been audited yet, and a table without findings would say that there are none; audit it first');
  return items.map((row) => ({ ...row, [restsOn]: ground }));
}

/** Columns are those of the first page; what a later one has beside them goes into the last column. */
async function* csvOf(first: readonly Row[], rest: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
  const columns = columnsOf(first);
  yield csvRows([withRest(columns), ...first.map((row) => cellsOf(row, columns))]);
  for await (const page of rest) if (page.length > 0) yield csvRows(page.map((row) => cellsOf(row, columns)));
}

import { type DataProvider, type GetListParams, type RaRecord } from 'react-admin';
import { plainText } from '../admin/plain-text.js';
import { queryText, request } from './request.js';
import { recordKinds } from './shapes.js';

interface Page {
  readonly [list: string]: unknown;
  readonly total?: number;
  readonly next?: string | number | null;
}

interface Source {
  /** Address below /api/v1; what stands in braces is taken from the filter. */
  readonly path: string;
  /** Query parameters that every list of it carries. */
  readonly query?: Readonly<Record<string, string>>;
  readonly items?: string;
  readonly idOf?: (row: Row) => string;
  /** Query parameter that takes `next` of the page before; absent where the API answers everything at once. */
  readonly cursor?: 'after' | 'before';
  readonly sorts?: readonly string[];
}

type Row = Readonly<Record<string, unknown>>;

const records = Object.fromEntries(recordKinds.map((kind): [string, Source] => [kind, { path: 'register/records', query: { kind }, cursor: 'after', sorts: ['id', 'name', 'changed'] }]));

const sources: Readonly<Record<string, Source>> = {
  ...records,
  findings: { path: 'findings', idOf: (row) => String(row['fingerprint']), cursor: 'after', sorts: ['severity', '-changed', 'subject'] },
  waivers: { path: 'waivers', cursor: 'after' },
  audits: { path: 'audits', cursor: 'after' },
  decisions: { path: 'decisions', cursor: 'after' },
  revisions: { path: 'register/revisions', idOf: (row) => String(row['revision']), cursor: 'before' },
  log: { path: 'log', items: 'entries', idOf: (row) => String(row['sequence']), cursor: 'after' },
  records: { path: 'register/records', idOf: (row) => String(row['key']), cursor: 'after', sorts: ['id'] },
  clearances: { path: 'clearances', cursor: 'after' },
  evidence: { path: 'evidence', cursor: 'after' },
  reports: { path: 'reports', cursor: 'after' },
  schedules: { path: 'schedules', cursor: 'after' },
  runs: { path: 'schedules/{schedule}/runs', cursor: 'after' },
  deliveries: { path: 'deliveries', cursor: 'after' },
  'delivery-channels': { path: 'deliveries', idOf: () => 'channels' },
  notifications: { path: 'notifications', cursor: 'after' },
  'notification-settings': { path: 'notifications', idOf: () => 'settings' },
  jobs: { path: 'jobs', cursor: 'after' },
  trusts: { path: 'ci-trusts' },
  policies: { path: 'policies' },
  'own-policies': { path: 'policies/own', cursor: 'after' },
  users: { path: 'users' },
  keys: { path: 'keys' },
  people: { path: 'people' },
};

/** Where each page of a list begins, by list; a list of the API is read from one page to the next. */
const begins = new Map<string, (string | number | undefined)[]>();

/** The API as react-admin asks it. Lists page forward and back; `meta` carries what the API says beside the rows. */
export const dataProvider: DataProvider = {
  async getList<RecordType extends RaRecord>(resource: string, params: GetListParams) {
    const source = sourceOf(resource);
    const answer = source.cursor === undefined ? await wholeList(source, params) : await pageOf(source, source.cursor, params);
    return answer as unknown as { data: RecordType[]; pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean } };
  },
  async getOne(resource, { id }) {
    const source = sourceOf(resource);
    const path = source.query?.['kind'] === undefined ? source.path : `${source.path}/${source.query['kind']}`;
    if (resource === 'policies') return { data: (await rowsOf(source)).find((row) => row.id === id) as never };
    return { data: withId(source, await request<Row>(`${path}/${encodeURIComponent(String(id))}`)) as never };
  },
  async getMany(resource, { ids }) {
    const wanted = new Set(ids.map(String));
    return { data: (await rowsOf(sourceOf(resource))).filter((row) => wanted.has(row.id)) as never };
  },
  async create(resource, { data }) {
    return { data: withId(sourceOf(resource), await request<Row>(sourceOf(resource).path, { method: 'POST', body: data })) as never };
  },
  async update(resource, { id, data }) {
    return { data: withId(sourceOf(resource), await request<Row>(`${sourceOf(resource).path}/${encodeURIComponent(String(id))}`, { method: 'PATCH', body: data })) as never };
  },
  async delete(resource, { id }) {
    await request(`${sourceOf(resource).path}/${encodeURIComponent(String(id))}`, { method: 'DELETE' });
    return { data: { id } as never };
  },
  getManyReference: () => Promise.reject(new Error('no screen asks for references')),
  updateMany: () => Promise.reject(new Error('no screen changes many at once')),
  deleteMany: () => Promise.reject(new Error('no screen deletes many at once')),
};

function sourceOf(resource: string): Source {
  const source = sources[resource];
  if (source === undefined) throw new Error(`there is no list '${resource}'`);
  return source;
}

function withId({ idOf }: Source, row: Row): Row & { readonly id: string } {
  return { ...row, id: idOf === undefined ? String(row['id']) : idOf(row) };
}

async function rowsOf(source: Source): Promise<readonly (Row & { readonly id: string })[]> {
  const page = await request<Page>(source.path);
  return (page[source.items ?? 'items'] as readonly Row[]).map((row) => withId(source, row));
}

async function wholeList(source: Source, { pagination, sort, filter }: GetListParams): Promise<object> {
  const search = (plainText((filter as Row | undefined)?.['search']) ?? '').toLowerCase();
  const rows = (await rowsOf(source)).filter((row) => JSON.stringify(row).toLowerCase().includes(search));
  const { field, order } = sort ?? { field: 'id', order: 'ASC' };
  const text = (row: Row): string => plainText(row[field]) ?? '';
  const sorted = [...rows].sort((left, right) => text(left).localeCompare(text(right)) * (order === 'DESC' ? -1 : 1));
  const { page, perPage } = pagination ?? { page: 1, perPage: 1000 };
  return { data: sorted.slice((page - 1) * perPage, page * perPage), pageInfo: { hasPreviousPage: page > 1, hasNextPage: page * perPage < rows.length }, meta: { total: rows.length } };
}

async function pageOf(source: Source, cursor: string, { pagination, sort, filter }: GetListParams): Promise<object> {
  const { page, perPage } = pagination ?? { page: 1, perPage: 25 };
  const { field, order } = sort ?? { field: '', order: 'ASC' };
  const name = `${order === 'DESC' ? '-' : ''}${field}`;
  const sorted = source.sorts?.some((each) => each === name || `-${each}` === name) === true ? { sort: name } : {};
  const given = { ...(filter as Record<string, string> | undefined) };
  const path = source.path.replace(/\{(\w+)\}/g, (_text, part: string) => encodeURIComponent(given[part] ?? ''));
  const asked = Object.fromEntries(Object.entries(given).filter(([part]) => !source.path.includes(`{${part}}`)));
  const query = { ...asked, ...source.query, ...sorted, limit: perPage };
  const key = `${path}${queryText(query)}`;
  const starts = begins.get(key) ?? [undefined];
  begins.set(key, starts);
  const read = async (at: number): Promise<Page> => {
    const answer = await request<Page>(`${path}${queryText({ ...query, [cursor]: starts[at] })}`);
    const next = nextOf(source, answer, perPage);
    if (next !== null) starts[at + 1] = next;
    else starts.length = at + 1;
    return answer;
  };
  for (let at = starts.length - 1; at < page - 1 && starts[at + 1] === undefined; at++) {
    await read(at);
    if (starts[at + 1] === undefined) break;
  }
  const at = Math.min(page, starts.length) - 1;
  const answer = await read(at);
  const data = (answer[source.items ?? 'items'] as readonly Row[]).map((row) => withId(source, row));
  return { data, pageInfo: { hasPreviousPage: page > 1, hasNextPage: starts[at + 1] !== undefined }, meta: answer };
}

/** The log names no next page: where one is full, the next begins after its last entry. */
function nextOf(source: Source, page: Page, perPage: number): string | number | null {
  if (source.items !== 'entries') return page.next ?? null;
  const entries = page['entries'] as readonly { readonly sequence: number }[];
  return entries.length < perPage ? null : (entries.at(-1)?.sequence ?? null);
}

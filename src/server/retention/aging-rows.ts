import { type EntityManager } from 'typeorm';
import { type AgingRows, type NamedContents } from './retention-rules.js';

export interface Aged {
  readonly rows: number;
  readonly oldest: Date | null;
}

const day = 86_400_000;

export function cutOff(now: Date, days: number): Date {
  return new Date(now.getTime() - days * day);
}

const oldOf = ({ table, since, unless }: AgingRows): string => `${table} t WHERE t.organisation_id = $1 AND ${since} < $2${unless === undefined ? '' : ` AND (${unless}) IS NOT TRUE`}`;

/** How many rows are old. */
export async function countAged(manager: EntityManager, organisationId: string, rows: AgingRows, before: Date): Promise<Aged> {
  const [found]: Aged[] = await manager.query(`SELECT count(*)::int AS rows, min(${rows.since}) AS oldest FROM ${oldOf(rows)}`, [organisationId, before]);
  return found ?? { rows: 0, oldest: null };
}

/** Deletes or empties old rows, a few at a time. @returns how many */
export async function removeAged(manager: EntityManager, organisationId: string, rows: AgingRows, before: Date, now: Date): Promise<number> {
  const { table, key, empties, with: dependent, atOnce } = rows;
  const names = key.join(', ');
  const listed = key.map((name) => `t.${name}`).join(', ');
  const dependants = dependent === undefined ? '' : `, others AS (DELETE FROM ${dependent.table} WHERE organisation_id = $1 AND (${dependent.columns.join(', ')}) IN (SELECT ${names} FROM old))`;
  const change = empties === undefined ? `DELETE FROM ${table} t WHERE` : `UPDATE ${table} t SET ${empties} WHERE`;
  const given = [organisationId, before, atOnce, ...(empties?.includes('$4') === true ? [now] : [])];
  const [{ gone } = { gone: 0 }]: { gone: number }[] = await manager.query(
    `WITH old AS (SELECT ${listed} FROM ${oldOf(rows)} ORDER BY ${listed} LIMIT $3)${dependants},
     changed AS (${change} t.organisation_id = $1 AND (${listed}) IN (SELECT ${names} FROM old) RETURNING 1)
     SELECT count(*)::int AS gone FROM changed`,
    given,
  );
  return gone;
}

/** Contents that nothing names. Locked first and looked at again under the lock, since whoever keeps the same bytes anew holds them (`keepContent`). */
export async function removeUnnamed(manager: EntityManager, organisationId: string, { table, named }: NamedContents, atOnce: number): Promise<number> {
  const unnamed = `t.organisation_id = $1 AND NOT t.sha256 = ANY (ARRAY(${named}))`;
  const held: { readonly sha256: string }[] = await manager.query(`SELECT t.sha256 FROM ${table} t WHERE ${unnamed} ORDER BY t.sha256 LIMIT ${atOnce} FOR UPDATE OF t SKIP LOCKED`, [organisationId]);
  if (held.length === 0) return 0;
  const [, gone]: [unknown[], number] = await manager.query(`DELETE FROM ${table} t WHERE ${unnamed} AND t.sha256 = ANY ($2)`, [organisationId, held.map(({ sha256 }) => sha256)]);
  return gone;
}

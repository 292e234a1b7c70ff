import { type RecordQuery } from './record-shapes.js';

/** SQL under which a record fits, and its parameters from `$1` on. */
export interface RecordConditions {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Records of the organisation that fit a query. `revision` absent: those that are current. `readable` says which of them may be read at all, and adds its parameters. */
export function recordConditions(organisationId: string, { kind, search, where, disputed, retired }: Pick<RecordQuery, 'kind' | 'search' | 'where' | 'disputed' | 'retired'>, revision: number | undefined, readable: (given: (value: unknown) => string) => string | undefined): RecordConditions {
  const parameters: unknown[] = [];
  const given = (value: unknown): string => `$${parameters.push(value)}`;
  const parts = [`organisation_id = ${given(organisationId)}`];
  if (revision === undefined) parts.push('ended_by IS NULL');
  else {
    const at = given(revision);
    parts.push(`revision <= ${at}::bigint AND (ended_by IS NULL OR ended_by > ${at}::bigint)`);
  }
  if (retired !== 'include') parts.push(`change ${retired === 'only' ? '=' : '<>'} 'retired'`);
  if (kind !== undefined) parts.push(`kind = ${given(kind)}`);
  if (disputed !== undefined) parts.push(`disputed ${disputed === 'yes' ? '<>' : '='} '{}'`);
  if (search !== undefined) {
    const pattern = given(`%${search.replace(/[\\%_]/g, '\\$&')}%`);
    parts.push(`(key ILIKE ${pattern} OR name LIKE lower(${pattern}))`);
  }
  for (const condition of where) parts.push(`(${fitting(condition).map((value) => `value @> ${given(JSON.stringify(value))}::jsonb`).join(' OR ')})`);
  const mine = readable(given);
  if (mine !== undefined) parts.push(mine);
  return { sql: parts.join(' AND '), parameters };
}

/** The shapes of a record in which a condition holds: the text itself, what it is as JSON, and a list with it. */
function fitting(condition: string): readonly unknown[] {
  const at = condition.indexOf('=');
  const text = condition.slice(at + 1);
  const field = condition.slice(0, at).split('.');
  const plain = /^(true|false|-?\d+(\.\d+)?)$/.test(text) ? [text, JSON.parse(text) as unknown] : [text];
  return plain.flatMap((value) => [value, [value]]).map((value) => field.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value));
}

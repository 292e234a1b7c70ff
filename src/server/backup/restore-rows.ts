import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { type PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type EntityManager, type QueryRunner } from 'typeorm';
import { type LogService } from '../log/log.service.js';
import { enqueue } from '../platform/jobs/queue.js';
import { type ArchiveReader } from './archive-reader.js';
import { BackupError } from './backup-error.js';
import { digestsName, partName, type BackupHeader, type PartDigest } from './backup-format.js';
import { copyIn, fixTextForms, quoted } from './copy-statements.js';
import { PartMeter } from './part-meter.js';
import { readDigests } from './read-backup-texts.js';
import { storedTables, type StoredTable } from './stored-tables.js';
import { lowerWalls, raiseWalls } from './walls.js';

interface Restoring {
  readonly header: BackupHeader;
  readonly headerText: string;
  /** Digest that the whole file must have, where it was kept. */
  readonly digest: string | undefined;
  readonly log: LogService;
}

export interface RestoredRows {
  readonly rows: number;
  /** `sha256:` and the digest of the backup in hexadecimal. */
  readonly digest: string;
}

/** Every row of the backup, in the transaction of the manager. @throws BackupError; the transaction must then be rolled back */
export async function restoreRows(manager: EntityManager, archive: ArchiveReader, restoring: Restoring): Promise<RestoredRows> {
  const runner = manager.queryRunner as QueryRunner;
  const { header } = restoring;
  const tables = await storedTables(runner);
  refuseOtherShape(header, tables);
  await refuseFilled(runner, header, tables);
  await runner.query("SET LOCAL lock_timeout = '10s'");
  const walls = await lowerWalls(runner, tables);
  await refuseFilled(runner, header, tables);
  await runner.query('DELETE FROM organisations WHERE id = ANY ($1)', [header.organisations]);
  const restored = await copyAll(runner, archive, restoring);
  await refuseStrangers(runner, header, tables);
  for (const organisation of header.organisations) {
    await enter(runner, organisation);
    const verified = await restoring.log.verify(manager, organisation);
    if (verified.state === 'broken') throw new BackupError(`the log of organisation ${organisation} in the backup is broken (${verified.reason}); take an earlier backup`);
    await waitAgain(manager, organisation);
  }
  await raiseWalls(runner, tables, walls);
  for (const organisation of header.organisations) {
    await enter(runner, organisation);
    await restoring.log.append(manager, { organisationId: organisation, kind: 'system', id: 'system' }, 'backup.restore', `organisation/${organisation}`, { digest: restored.digest, createdAt: header.createdAt });
  }
  return restored;
}

function refuseOtherShape({ tables: written }: BackupHeader, tables: readonly StoredTable[]): void {
  const shapeOf = (table: BackupHeader['tables'][number] | StoredTable): string => `${table.name} (${[...table.columns].sort().join(', ')})`;
  const [theirs, ours] = [written.map(shapeOf), tables.map(shapeOf)];
  const wrong = [...theirs.filter((shape) => !ours.includes(shape)), ...ours.filter((shape) => !theirs.includes(shape))][0];
  if (wrong !== undefined || theirs.length !== ours.length) throw new BackupError(`the tables of the backup are not those of the database: ${wrong ?? 'one is named twice'} stands on one side only; it was changed, or is of another version`);
}

/** Rows that say they belong to an organisation which the backup does not name. */
async function refuseStrangers(runner: QueryRunner, { organisations }: BackupHeader, tables: readonly StoredTable[]): Promise<void> {
  for (const { name, organisation: column } of tables) {
    const rows = (await runner.query(`SELECT 1 FROM ${quoted(name)} WHERE xmin = pg_current_xact_id()::xid AND ${quoted(column)} <> ALL ($1) LIMIT 1`, [organisations])) as unknown[];
    if (rows.length > 0) throw new BackupError(`${name} in the backup has rows of an organisation that backup.json does not name; the backup was changed`);
  }
}

/** A backup of all goes into an empty database; that of one organisation beside others. */
async function refuseFilled(runner: QueryRunner, { scope, organisations }: BackupHeader, tables: readonly StoredTable[]): Promise<void> {
  const present = ((await runner.query('SELECT id FROM organisations')) as { readonly id: string }[]).map(({ id }) => id);
  for (const organisation of scope === 'all' ? present : organisations) {
    await enter(runner, organisation);
    for (const { name, organisation: column } of tables.filter((table) => table.name !== 'organisations')) {
      const rows = (await runner.query(`SELECT 1 FROM ${quoted(name)} WHERE ${quoted(column)} = $1 LIMIT 1`, [organisation])) as unknown[];
      if (rows.length > 0) throw new BackupError(`the database is not empty: ${name} has rows of organisation ${organisation}; restore into a new database`);
    }
  }
}

async function copyAll(runner: QueryRunner, archive: ArchiveReader, { header, headerText, digest: wanted }: Restoring): Promise<RestoredRows> {
  await fixTextForms(runner);
  const parts: PartDigest[] = [];
  for (const organisation of header.organisations) for (const table of header.tables) parts.push(await copyPart(runner, archive, table, organisation));
  const digests = readDigests(await archive.text(digestsName));
  if (digests.header !== `sha256:${createHash('sha256').update(headerText).digest('hex')}`) throw new BackupError('backup.json has not the digest that it was written with; the backup was changed');
  const wrong = parts.findIndex((part, at) => JSON.stringify(part) !== JSON.stringify(digests.parts[at]));
  if (wrong !== -1 || digests.parts.length !== parts.length) throw new BackupError(`${parts[wrong]?.table ?? 'a table'} of organisation ${parts[wrong]?.organisation ?? 'of another name'} has not the digest that it was written with; the backup was changed`);
  const digest = await archive.end();
  if (wanted !== undefined && wanted !== digest) throw new BackupError(`the backup has the digest ${digest} and not ${wanted}; it is another one, or was changed`);
  return { rows: parts.reduce((sum, { rows }) => sum + rows, 0), digest };
}

async function copyPart(runner: QueryRunner, archive: ArchiveReader, table: BackupHeader['tables'][number], organisation: string): Promise<PartDigest> {
  const client = (await runner.connect()) as PoolClient;
  const meter = new PartMeter({ organisation, table: table.name });
  const copying = client.query(copyFrom(copyIn(table)));
  try {
    await pipeline(meter.through(archive.folder(partName(organisation, table.name))), copying);
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(`the rows of ${table.name} in the backup do not fit the table (${error instanceof Error ? error.message : String(error)}); the backup was changed, or is of another version`, { cause: error });
  }
  const part = meter.result();
  if (copying.rowCount !== part.rows) throw new BackupError(`the database took ${copying.rowCount} of ${part.rows} rows of ${table.name}; nothing was restored`);
  return part;
}

/** Jobs that waited or ran stand in no queue yet. */
async function waitAgain(manager: EntityManager, organisationId: string): Promise<void> {
  const jobs: { readonly id: string }[] = await manager.query("SELECT id FROM jobs WHERE organisation_id = $1 AND state IN ('waiting', 'running') ORDER BY id", [organisationId]);
  for (const { id } of jobs) await enqueue(manager, { organisationId, id });
}

async function enter(runner: QueryRunner, organisation: string): Promise<void> {
  await runner.query("SELECT set_config('app.organisation', $1, true)", [organisation]);
}

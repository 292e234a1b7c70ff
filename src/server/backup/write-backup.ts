import { type Writable } from 'node:stream';
import { createHash } from 'node:crypto';
import { type PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { DataSource, type QueryRunner } from 'typeorm';
import { LogService } from '../log/log.service.js';
import { type Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { ArchiveWriter } from './archive-writer.js';
import { BackupError } from './backup-error.js';
import { digestsName, formatVersion, headerName, partName, type BackupHeader, type PartDigest } from './backup-format.js';
import { copyOut, fixTextForms } from './copy-statements.js';
import { PartMeter } from './part-meter.js';
import { storedTables, type StoredTable } from './stored-tables.js';

export interface BackupOptions {
  /** Address of the database as the owner of its tables. */
  readonly ownerUrl: string;
  readonly clock: Clock;
  /** The one organisation to back up; all when absent. */
  readonly organisation?: string | undefined;
}

export interface WrittenBackup {
  readonly organisations: number;
  readonly tables: number;
  readonly rows: number;
  /** `sha256:` and the digest of the file in hexadecimal; kept elsewhere, it shows any change. */
  readonly digest: string;
}

/** Rows are held in memory up to this many bytes, since a tar tells the size of a file before its bytes. */
const pieceSize = 4 * 1024 * 1024;

/**
 * Streams the rows of every organisation, or of one, as they are at one instant, while the server may go on; then notes in their logs that it did.
 *
 * @throws BackupError
 */
export async function writeBackup(output: Writable, { ownerUrl, clock, organisation }: BackupOptions): Promise<WrittenBackup> {
  const source = await new DataSource({ type: 'postgres', url: ownerUrl, synchronize: false, logging: false, applicationName: 'domicile backup', extra: { max: 2 } }).initialize();
  const archive = new ArchiveWriter(output, clock.now());
  try {
    const { header, parts } = await inOneSnapshot(source, (runner) => writeAll(runner, archive, clock.now(), organisation));
    const digest = await archive.end();
    await note(source, clock, header, digest);
    return { organisations: header.organisations.length, tables: header.tables.length, rows: parts.reduce((sum, { rows }) => sum + rows, 0), digest };
  } catch (error) {
    archive.abandon(error instanceof Error ? error : new Error(String(error)));
    throw error;
  } finally {
    await source.destroy();
  }
}

async function inOneSnapshot<T>(source: DataSource, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction('REPEATABLE READ');
    await runner.query('SET TRANSACTION READ ONLY');
    await fixTextForms(runner);
    const result = await work(runner);
    await runner.commitTransaction();
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

async function writeAll(runner: QueryRunner, archive: ArchiveWriter, createdAt: Date, organisation: string | undefined): Promise<{ readonly header: BackupHeader; readonly parts: readonly PartDigest[] }> {
  const tables = await storedTables(runner);
  const header: BackupHeader = {
    domicileBackup: formatVersion,
    createdAt: createdAt.toISOString(),
    scope: organisation === undefined ? 'all' : 'one',
    organisations: await organisationsOf(runner, organisation),
    migrations: ((await runner.query('SELECT name FROM migrations ORDER BY timestamp, name')) as { readonly name: string }[]).map(({ name }) => name),
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
  };
  const text = Buffer.from(`${JSON.stringify(header, null, 2)}\n`);
  await archive.add(headerName, text);
  const parts: PartDigest[] = [];
  for (const id of header.organisations) {
    await runner.query("SELECT set_config('app.organisation', $1, true)", [id]);
    for (const table of tables) parts.push(await writePart(runner, archive, table, id));
  }
  const digests = { header: `sha256:${createHash('sha256').update(text).digest('hex')}`, parts };
  await archive.add(digestsName, Buffer.from(`${JSON.stringify(digests, null, 2)}\n`));
  return { header, parts };
}

async function organisationsOf(runner: QueryRunner, wanted: string | undefined): Promise<string[]> {
  const [{ found }] = (await runner.query("SELECT to_regclass('public.organisations') IS NOT NULL AS found")) as [{ readonly found: boolean }];
  if (!found) throw new BackupError('the database has no tables of Domicile; set DOMICILE_DATA or DATABASE_URL to where the server keeps its data');
  const ids = ((await runner.query('SELECT id FROM organisations ORDER BY id')) as { readonly id: string }[]).map(({ id }) => id);
  if (ids.length === 0) throw new BackupError('the database shows no organisation; give the address of the owner of its tables (DATABASE_OWNER_URL), and start the server once where it is of an older version');
  if (wanted === undefined) return ids;
  if (!ids.includes(wanted)) throw new BackupError(`there is no organisation ${wanted}; there is ${ids.join(', ')}`);
  return [wanted];
}

async function writePart(runner: QueryRunner, archive: ArchiveWriter, table: StoredTable, organisation: string): Promise<PartDigest> {
  const client = (await runner.connect()) as PoolClient;
  const meter = new PartMeter({ organisation, table: table.name });
  let held: Buffer[] = [];
  let size = 0;
  let pieces = 0;
  const letGo = async (): Promise<void> => {
    if (size > 0) await archive.add(`${partName(organisation, table.name)}${String(++pieces).padStart(6, '0')}`, Buffer.concat(held));
    held = [];
    size = 0;
  };
  for await (const chunk of meter.through(client.query(copyTo(copyOut(table, organisation))) as AsyncIterable<Buffer>)) {
    held.push(chunk);
    size += chunk.length;
    if (size >= pieceSize) await letGo();
  }
  await letGo();
  return meter.result();
}

async function note(source: DataSource, clock: Clock, { organisations, scope }: BackupHeader, digest: string): Promise<void> {
  const scoped = new OrganisationScope(source);
  const log = new LogService(scoped, clock);
  for (const organisationId of organisations) await scoped.run(organisationId, (manager) => log.append(manager, { organisationId, kind: 'system', id: 'system' }, 'backup.create', `organisation/${organisationId}`, { digest, scope }));
}

import { type Readable } from 'node:stream';
import { DataSource, type MigrationInterface } from 'typeorm';
import { LogService } from '../log/log.service.js';
import { type Clock } from '../platform/clock/clock.js';
import { type DatabaseAccess } from '../platform/database/database-access.js';
import { migrate } from '../platform/database/migrate.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { ArchiveReader } from './archive-reader.js';
import { BackupError } from './backup-error.js';
import { headerName, type BackupHeader } from './backup-format.js';
import { readHeader } from './read-backup-texts.js';
import { restoreRows, type RestoredRows } from './restore-rows.js';

type Migration = new () => MigrationInterface;

export interface RestoreOptions {
  readonly access: DatabaseAccess;
  /** Every migration of this version. */
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  /** Digest that the backup was written with, as it was kept elsewhere. */
  readonly digest?: string | undefined;
}

export interface RestoredBackup extends RestoredRows {
  readonly createdAt: string;
  readonly organisations: number;
}

/**
 * Takes a backup back into an empty database: tables as they were then, all rows in one transaction, then what has changed of the tables since.
 * The log of each organisation goes on with a note of it.
 *
 * @throws BackupError where it is of another version, was changed or does not fit, or the database is not empty; then no row was restored
 */
export async function restoreBackup(input: Readable, { access, migrations, clock, digest }: RestoreOptions): Promise<RestoredBackup> {
  try {
    const archive = new ArchiveReader(input);
    const headerText = await archive.text(headerName);
    const header = readHeader(headerText);
    await migrate(access, migrationsOf(header, migrations));
    const source = await new DataSource({ type: 'postgres', url: access.ownerUrl, synchronize: false, logging: false, applicationName: 'domicile restore', extra: { max: 2 } }).initialize();
    try {
      await refuseLaterTables(source, header);
      const log = new LogService(new OrganisationScope(source), clock);
      const rows = await source.transaction((manager) => restoreRows(manager, archive, { header, headerText, digest, log }));
      await migrate(access, [...migrations]);
      return { ...rows, createdAt: header.createdAt, organisations: header.organisations.length };
    } finally {
      await source.destroy();
    }
  } finally {
    input.destroy();
  }
}

function migrationsOf({ migrations: ran }: BackupHeader, migrations: readonly Migration[]): Migration[] {
  const nameOf = (migration: Migration): string => new migration().name ?? migration.name;
  const known = migrations.map(nameOf);
  const foreign = ran.filter((name) => !known.includes(name));
  if (foreign.length > 0) throw new BackupError(`the backup is of a version of Domicile that this one does not know (${foreign.join(', ')}); restore it with that version or a later one`);
  return migrations.filter((migration) => ran.includes(nameOf(migration)));
}

async function refuseLaterTables(source: DataSource, { migrations }: BackupHeader): Promise<void> {
  const ran: { readonly name: string }[] = await source.query('SELECT name FROM migrations');
  const beyond = ran.map(({ name }) => name).filter((name) => !migrations.includes(name));
  if (beyond.length > 0) throw new BackupError(`the database has tables of a later version than the backup (${beyond.join(', ')}); restore into a database without tables, which is then brought up to this version`);
}

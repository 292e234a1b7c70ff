import { z } from 'zod';

/**
 * A backup is a gzipped tar that is read once from front to end: `backup.json`, then for each organisation and table the rows as
 * `COPY … TO` writes them, in pieces `<organisation>/<table>/<number>`, then `digests.json`.
 */
export const formatVersion = 1;

export const headerName = 'backup.json';
export const digestsName = 'digests.json';

const sha256 = z.string().regex(/^sha256:[0-9a-f]{64}$/);

export const backupHeader = z.strictObject({
  domicileBackup: z.literal(formatVersion),
  createdAt: z.iso.datetime(),
  /** `all` was every organisation of the database it was taken from. */
  scope: z.enum(['all', 'one']),
  organisations: z.array(z.uuid()).min(1),
  /** Names of the migrations that had run. */
  migrations: z.array(z.string()).min(1),
  /** In an order in which rows can be added. */
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()).min(1) })).min(1),
});

export type BackupHeader = z.output<typeof backupHeader>;

export const partDigest = z.strictObject({ organisation: z.uuid(), table: z.string(), rows: z.int(), bytes: z.int(), digest: sha256 });

export type PartDigest = z.output<typeof partDigest>;

export const backupDigests = z.strictObject({ header: sha256, parts: z.array(partDigest) });

/** Folder of the pieces of one table of one organisation. */
export const partName = (organisation: string, table: string): string => `${organisation}/${table}/`;

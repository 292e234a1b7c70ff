import { type z } from 'zod';
import { BackupError } from './backup-error.js';
import { backupDigests, backupHeader, digestsName, formatVersion, headerName, type BackupHeader } from './backup-format.js';

/** @throws BackupError where it is of another version, or is none */
export function readHeader(text: string): BackupHeader {
  const version = (parsed(headerName, text) as { readonly domicileBackup?: unknown } | null)?.domicileBackup;
  if (typeof version === 'number' && version !== formatVersion) throw new BackupError(`the backup has the format ${version} and this version of Domicile reads format ${formatVersion}; restore it with the version that wrote it`);
  return fitting(headerName, text, backupHeader);
}

/** @throws BackupError */
export function readDigests(text: string): z.output<typeof backupDigests> {
  return fitting(digestsName, text, backupDigests);
}

function fitting<T>(name: string, text: string, schema: z.ZodType<T>): T {
  const read = schema.safeParse(parsed(name, text));
  if (!read.success) throw new BackupError(`${name} of the backup is not as Domicile writes it (${read.error.issues[0]?.path.join('.') ?? ''}: ${read.error.issues[0]?.message ?? ''}); it was changed, or is no backup of Domicile`);
  return read.data;
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BackupError(`${name} of the backup is not JSON; it was changed, or is no backup of Domicile`, { cause: error });
  }
}

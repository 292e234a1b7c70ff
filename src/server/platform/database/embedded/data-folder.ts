import { createHash } from 'node:crypto';
import { mkdirSync, chmodSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { reachable } from './reachable.js';
import { type Account } from './unprivileged-account.js';

/**
 * The folder that holds the cluster, made when absent. Where root asks for a folder that the account of the database cannot enter
 * (a clone below /root), a folder of its own below /var/lib stands in for it, the same one at every start.
 */
export function dataFolder(wanted: string, account: Account | undefined): string {
  const asked = resolve(wanted);
  const folder = account !== undefined && !reachable(dirname(asked)) ? `/var/lib/domicile-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}` : asked;
  try {
    mkdirSync(folder, { recursive: true });
    if (account !== undefined) chmodSync(folder, 0o711);
  } catch (error) {
    throw new EmbeddedPostgresError(`the data folder ${folder} cannot be made (${error instanceof Error ? error.message : String(error)}); set DOMICILE_DATA to a folder that can be written`, { cause: error });
  }
  return folder;
}

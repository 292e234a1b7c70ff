import { type DataSourceOptions } from 'typeorm';
import { appRole } from './database-access.js';

/** Connections of the application: never the owner's rights, so that row-level security and the append-only tables hold whatever a query forgets. */
export function appDataSource(url: string, pool: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    synchronize: false,
    logging: false,
    applicationName: 'domicile',
    poolErrorHandler: () => undefined,
    extra: { max: pool, options: `-c role=${appRole}`, connectionTimeoutMillis: 10_000 },
  };
}

/** The register's own code on an embedded PostgreSQL in a folder, without a server around it. */
import { join } from 'node:path';
import pg from 'pg';
import typeorm from 'typeorm';

const server = join(import.meta.dirname, '..', '..', 'dist', 'src', 'server');
const load = (path) => import(join(server, path));

export const organisation = '00000000-0000-7000-8000-000000000001';
export const actor = { organisationId: organisation, kind: 'system', id: 'system' };

export async function openRegister(folder) {
  const { startEmbeddedPostgres } = await load('platform/database/embedded/start-embedded-postgres.js');
  const { embeddedAccess } = await load('platform/database/embedded/embedded-access.js');
  const { migrate } = await load('platform/database/migrate.js');
  const { migrations } = await load('migrations.js');
  const { appDataSource } = await load('platform/database/app-data-source.js');
  const { OrganisationScope } = await load('platform/database/organisation-scope.js');
  const { SystemClock } = await load('platform/clock/system-clock.js');
  const { LogService } = await load('log/log.service.js');
  const { RegisterStore } = await load('register/register-store.service.js');
  const entities = [(await load('register/register-record.entity.js')).RegisterRecordEntity, (await load('register/register-revision.entity.js')).RegisterRevisionEntity, (await load('register/register-collection.entity.js')).RegisterCollectionEntity];
  const embedded = await startEmbeddedPostgres({ folder });
  const access = await embeddedAccess(embedded);
  await migrate(access, migrations);
  const source = await new typeorm.DataSource({ ...appDataSource(access.appUrl, 2), entities }).initialize();
  const owner = new pg.Client({ connectionString: access.ownerUrl });
  await owner.connect();
  const clock = new SystemClock();
  const scope = new OrganisationScope(source);
  const close = async () => {
    await owner.end();
    await source.destroy();
    await embedded.stop();
  };
  return { owner, scope, store: new RegisterStore(clock, new LogService(scope, clock)), appUrl: access.appUrl, ownerUrl: access.ownerUrl, close };
}

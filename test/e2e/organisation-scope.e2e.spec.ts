import { DataSource } from 'typeorm';
import { firstOrganisation } from '../../src/server/platform/database/first-organisation.js';
import { appDataSource } from '../../src/server/platform/database/app-data-source.js';
import { OrganisationScope } from '../../src/server/platform/database/organisation-scope.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

jest.setTimeout(60_000);

describe('an organisation', () => {
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    source = await new DataSource(appDataSource(database.appUrl, 2)).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('is the only one its transaction sees, and nothing is seen outside of one', async () => {
    const scope = new OrganisationScope(source);
    const names = 'SELECT id FROM organisations';
    expect(await source.query(names)).toEqual([]);
    expect(await scope.run(firstOrganisation, (manager) => manager.query(names))).toEqual([{ id: firstOrganisation }]);
    expect(await scope.run('01990000-0000-7000-8000-000000000000', (manager) => manager.query(names))).toEqual([]);
    expect(await source.query(names)).toEqual([]);
  });

  it('cannot be left, nor its audits changed, with the rights of the application', async () => {
    for (const statement of [
      'UPDATE audits SET conclusion = conclusion',
      'UPDATE audit_results SET content = content',
      'DELETE FROM audits',
      'TRUNCATE audits',
      'ALTER TABLE audits DISABLE ROW LEVEL SECURITY',
      "INSERT INTO organisations (id, name) VALUES ('01990000-0000-7000-8000-000000000000', 'x')",
      'CREATE TABLE mine (id int)',
    ])
      await expect(source.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    await expect(source.query("INSERT INTO api_keys (organisation_id, id, name, origin, digest, scopes, created_at) VALUES ($1, $1, 'x', 'made', '', '{}', now())", [firstOrganisation])).rejects.toThrow(/row-level security/);
  });

  it('is scoped on every table', async () => {
    const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
    const open: { relname: string }[] = await owner.query("SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND relname <> 'migrations' AND NOT (relrowsecurity AND relforcerowsecurity)");
    await owner.destroy();
    expect(open).toEqual([]);
  });
});

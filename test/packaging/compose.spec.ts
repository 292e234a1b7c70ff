import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import * as formats from 'ajv-formats';
import { parse } from 'yaml';
import { readServerConfig } from '../../src/server/platform/config/read-server-config.js';
import { repository } from '../cli/run-domicile.js';
import { composeText, readCompose } from './compose.js';

const schema = join(process.env['DOMICILE_SCHEMAS'] ?? '', 'compose-spec.json');
const secrets = { POSTGRES_PASSWORD: 'p1', DOMICILE_OWNER_PASSWORD: 'p2', DOMICILE_APP_PASSWORD: 'p3', DOMICILE_API_KEY: 'k'.repeat(40) };

describe('compose.yaml', () => {
  if (process.env['DOMICILE_SCHEMAS'] === undefined || !existsSync(schema)) {
    console.warn('SKIPPED: compose.yaml against the Compose specification; set DOMICILE_SCHEMAS to the folder of compose-spec.json');
    it.skip('holds to the Compose specification (DOMICILE_SCHEMAS is not set)', () => undefined);
  } else {
    it('holds to the Compose specification', () => {
      const ajv = new Ajv({ strict: false, allErrors: true });
      formats.default.default(ajv);
      const { $schema: _draft, ...spec } = JSON.parse(readFileSync(schema, 'utf8')) as Readonly<Record<string, unknown>>;
      const validate = ajv.compile(spec);
      const compose = parse(composeText, { merge: true }) as { services: Record<string, object> };
      validate(compose);
      expect(validate.errors).toBeNull();
      expect(validate({ ...compose, services: { ...compose.services, server: { ...compose.services['server'], readonly: true } } })).toBe(false);
    });
  }

  it('starts the API and two workers with settings that the server knows, as a login that owns nothing', () => {
    const { server, worker } = readCompose(secrets).services;
    expect([server.command, worker.command, worker.deploy?.replicas]).toEqual([['start'], ['worker'], 2]);
    for (const { environment } of [server, worker]) {
      const { database } = readServerConfig(environment);
      expect([new URL(database.url ?? '').username, new URL(database.ownerUrl ?? '').username]).toEqual(['domicile_app', 'domicile_owner']);
    }
  });

  it('gives nobody rights that are not needed', () => {
    const { services, networks } = readCompose(secrets);
    for (const { read_only, tmpfs, cap_drop, security_opt } of [services.server, services.worker]) expect([read_only, tmpfs, cap_drop, security_opt]).toEqual([true, ['/tmp'], ['ALL'], ['no-new-privileges:true']]);
    expect(Object.values(services).flatMap(({ ports = [] }) => ports)).toEqual(['127.0.0.1:3000:3000']);
    expect([services.postgres.networks, networks['database']]).toEqual([['database'], { internal: true }]);
  });

  it('holds no password, refuses to start without one, and git keeps none', () => {
    for (const name of Object.keys(secrets)) expect(() => readCompose({ ...secrets, [name]: '' })).toThrow(`${name}: write it into .env`);
    expect(execFileSync('git', ['check-ignore', '.env'], { cwd: repository, encoding: 'utf8' }).trim()).toBe('.env');
  });
});

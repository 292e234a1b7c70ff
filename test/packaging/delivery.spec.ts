import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import * as formats from 'ajv-formats';
import { parse, parseAllDocuments } from 'yaml';
import { readDeliveryChannels } from '../../src/server/platform/config/read-delivery-channels.js';
import { readServerConfig } from '../../src/server/platform/config/read-server-config.js';
import { repository } from '../cli/run-domicile.js';

const folder = join(repository, 'deploy', 'delivery');
const schema = join(process.env['DOMICILE_SCHEMAS'] ?? '', 'compose-spec.json');
const secrets = { MAIL_PASSWORD: 'p1', GRC_SECRET: 'p2' };
const overlay = parse(readFileSync(join(folder, 'compose.yaml'), 'utf8'), { merge: true }) as { services: Record<string, { environment: Record<string, string>; volumes: string[] }> };
const inCluster = parseAllDocuments(readFileSync(join(repository, 'deploy', 'kubernetes', 'example', 'delivery.yaml'), 'utf8'))[0]?.toJS() as { data: Record<string, string> };

describe('the example of a deliveries file', () => {
  it('is one that the server reads, and that names its secrets and holds none', async () => {
    const { email, webhooks } = await readDeliveryChannels(join(folder, 'delivery.yaml'), secrets);
    expect([email?.host, await email?.credential?.password.reveal(), webhooks.map(({ name }) => name), await webhooks[0]?.secret?.reveal()]).toEqual(['mail.example.org', 'p1', ['grc'], 'p2']);
    await expect(readDeliveryChannels(join(folder, 'delivery.yaml'), {})).rejects.toThrow(/MAIL_PASSWORD/);
  });

  it('is the same in a cluster', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'domicile-delivery-')), 'delivery.yaml');
    writeFileSync(file, inCluster.data['delivery.yaml'] ?? '');
    expect(parse(inCluster.data['delivery.yaml'] ?? '')).toEqual(parse(readFileSync(join(folder, 'delivery.yaml'), 'utf8')));
    expect((await readDeliveryChannels(file, secrets)).email?.port).toBe(587);
  });

  it('is given to the API and to every worker by compose, read-only, with a setting that the server knows', () => {
    expect(Object.keys(overlay.services)).toEqual(['server', 'worker']);
    for (const { environment, volumes } of Object.values(overlay.services)) {
      expect(readServerConfig({ DOMICILE_DELIVERY: environment['DOMICILE_DELIVERY'] ?? '' }).delivery).toBe('/etc/domicile/delivery.yaml');
      expect(Object.keys(secrets).filter((name) => environment[name] !== `\${${name}:?write it into .env}`)).toEqual([]);
      expect(volumes).toEqual([expect.stringMatching(/:\/etc\/domicile\/delivery\.yaml:ro$/)]);
    }
  });

  if (process.env['DOMICILE_SCHEMAS'] === undefined || !existsSync(schema)) {
    console.warn('SKIPPED: deploy/delivery/compose.yaml against the Compose specification; set DOMICILE_SCHEMAS to the folder of compose-spec.json');
    it.skip('holds to the Compose specification (DOMICILE_SCHEMAS is not set)', () => undefined);
    return;
  }
  it('holds to the Compose specification', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default.default(ajv);
    const { $schema: _draft, ...spec } = JSON.parse(readFileSync(schema, 'utf8')) as Readonly<Record<string, unknown>>;
    const validate = ajv.compile(spec);
    validate(overlay);
    expect(validate.errors).toBeNull();
    expect(validate({ ...overlay, services: { server: { environments: {} } } })).toBe(false);
  });
});

import { ConfigurationError } from './configuration-error.js';
import { readServerConfig } from './read-server-config.js';

const complaintsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readServerConfig(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.complaints;
    throw error;
  }
  return [];
};

describe('readServerConfig', () => {
  it('needs nothing: an embedded database and a loopback address are the defaults', () => {
    expect(readServerConfig({ PATH: '/bin' })).toMatchObject({ host: '127.0.0.1', port: 3000, logLevel: 'info', database: { url: undefined, folder: '.data' } });
  });

  it('reads an empty variable as an absent one', () => {
    expect(readServerConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, database: { url: undefined } });
  });

  it.each([
    [{ PORT: '80a' }, ["PORT: '80a' is not a whole number; write one from 0 to 65535"]],
    [{ PORT: '70000' }, ["PORT: '70000' is more than 65535; write a number from 0 to 65535"]],
    [{ LOG_LEVEL: 'loud' }, ["LOG_LEVEL: 'loud' is not a log level; write info, warn, error, debug, trace, fatal or silent"]],
    [{ DOMICILE_URL: 'ftp://x' }, ["DOMICILE_URL: 'ftp://x' is not a web address; write https://domicile.example.org"]],
    [{ DOMICILE_BODYLIMIT: '1' }, ['DOMICILE_BODYLIMIT: there is no such setting; did you mean DOMICILE_BODY_LIMIT?']],
    [{ DOMICILE_OIDC_ISSUER: 'http://id.example.org', DOMICILE_OIDC_CLIENT: 'c', DOMICILE_OIDC_SECRET: 's' }, ["DOMICILE_OIDC_ISSUER: 'http://id.example.org' is not encrypted; write an https:// address"]],
    [{ DOMICILE_OIDC_ISSUER: 'https://id.example.org', DOMICILE_OIDC_CLIENT: 'c' }, ['DOMICILE_OIDC_SECRET: is not set, though another part of single sign-on is; set it, or none of DOMICILE_OIDC_ISSUER, DOMICILE_OIDC_CLIENT, DOMICILE_OIDC_SECRET']],
    [{ DOMICILE_OIDC_ROLES: 'audit' }, ["DOMICILE_OIDC_ROLES: 'audit' is not a list of group=role; write ai-office=compliance-officer,audit=auditor"]],
    [{ DATABASE_OWNER_URL: 'postgres://o@h/d' }, ['DATABASE_OWNER_URL: is set without DATABASE_URL; set both, or neither for the embedded PostgreSQL']],
  ])('names culprit, cause and remedy of %j', (environment, expected) => {
    expect(complaintsOf(environment as Record<string, string>)).toEqual(expected);
  });

  it('reads who signs in where, and which group has which role', () => {
    const { oidc } = readServerConfig({ DOMICILE_OIDC_ISSUER: 'https://id.example.org', DOMICILE_OIDC_CLIENT: 'c', DOMICILE_OIDC_SECRET: 's', DOMICILE_OIDC_ROLES: 'ai-office=compliance-officer,audit=auditor' });
    expect(oidc).toEqual({ issuer: 'https://id.example.org', client: 'c', secret: 's', groupsClaim: 'groups', roles: { 'ai-office': 'compliance-officer', audit: 'auditor' } });
  });

  it('lists every complaint at once', () => {
    expect(complaintsOf({ PORT: 'x', DATABASE_POOL: '0' })).toHaveLength(2);
  });

  it('never repeats a secret', () => {
    const text = complaintsOf({ DATABASE_URL: 'mysql://root:hunter2@db/x', DOMICILE_API_KEY: 'hunter2' }).join('\n');
    expect(text).toContain('DATABASE_URL');
    expect(text).toContain('DOMICILE_API_KEY');
    expect(text).not.toContain('hunter2');
  });
});

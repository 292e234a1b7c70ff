import { nearestName } from '../../../core/inventory/nearest-name.js';
import { ConfigurationError } from './configuration-error.js';
import { serverEnvironment, type OidcSettings, type ServerConfig, type ServerEnvironment } from './server-config.js';

/** Variables that other doors of Domicile read and that may be set beside the server's. */
const ofOthers = new Set(['DOMICILE_CORPUS', 'DOMICILE_SCHEMAS', 'DOMICILE_SERVER', 'DOMICILE_SIGN_PASSPHRASE']);
const secrets = new Set(['DATABASE_URL', 'DATABASE_OWNER_URL', 'DOMICILE_API_KEY', 'DOMICILE_OIDC_SECRET']);

/** @throws ConfigurationError naming every setting that is wrong; the value of a secret is never repeated. */
export function readServerConfig(environment: Readonly<Record<string, string | undefined>>): ServerConfig {
  const known = Object.keys(serverEnvironment.shape);
  const given: Record<string, string> = {};
  for (const name of known) if (environment[name]) given[name] = environment[name];
  const complaints = Object.keys(environment)
    .filter((name) => name.startsWith('DOMICILE_') && !known.includes(name) && !ofOthers.has(name))
    .map((name) => unknownSetting(name, known));
  const read = serverEnvironment.safeParse(given);
  if (!read.success) complaints.push(...read.error.issues.map(({ path, message }) => complaint(String(path[0]), given, message)));
  if (given['DATABASE_OWNER_URL'] !== undefined && given['DATABASE_URL'] === undefined) complaints.push('DATABASE_OWNER_URL: is set without DATABASE_URL; set both, or neither for the embedded PostgreSQL');
  const oidcParts = ['DOMICILE_OIDC_ISSUER', 'DOMICILE_OIDC_CLIENT', 'DOMICILE_OIDC_SECRET'];
  const missing = oidcParts.filter((name) => given[name] === undefined);
  if (missing.length < oidcParts.length) complaints.push(...missing.map((name) => `${name}: is not set, though another part of single sign-on is; set it, or none of ${oidcParts.join(', ')}`));
  if (!read.success || complaints.length > 0) throw new ConfigurationError(complaints.sort());
  const { data } = read;
  return {
    host: data.HOST,
    port: data.PORT,
    logLevel: data.LOG_LEVEL,
    publicUrl: data.DOMICILE_URL,
    bodyLimit: data.DOMICILE_BODY_LIMIT,
    apiKey: data.DOMICILE_API_KEY,
    oidc: oidcOf(data),
    database: { url: data.DATABASE_URL, ownerUrl: data.DATABASE_OWNER_URL, folder: data.DOMICILE_DATA, pool: data.DATABASE_POOL },
    signingCa: data.DOMICILE_SIGNING_CA,
    pulls: data.DOMICILE_PULLS,
    delivery: data.DOMICILE_DELIVERY,
    checks: { workers: data.DOMICILE_CHECK_WORKERS, seconds: data.DOMICILE_CHECK_SECONDS },
    example: data.DOMICILE_EXAMPLE === undefined ? data.DATABASE_URL === undefined : data.DOMICILE_EXAMPLE === 'yes',
    jobs: data.DOMICILE_JOBS,
  };
}

function oidcOf({ DOMICILE_OIDC_ISSUER: issuer, DOMICILE_OIDC_CLIENT: client, DOMICILE_OIDC_SECRET: secret, DOMICILE_OIDC_GROUPS: groupsClaim, DOMICILE_OIDC_ROLES: roles }: ServerEnvironment): OidcSettings | undefined {
  return issuer === undefined || client === undefined || secret === undefined ? undefined : { issuer, client, secret, groupsClaim, roles };
}

function complaint(name: string, given: Readonly<Record<string, string>>, message: string): string {
  return secrets.has(name) ? `${name}: the value ${message}` : `${name}: '${given[name] ?? ''}' ${message}`;
}

function unknownSetting(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  return `${name}: there is no such setting; ${nearest === undefined ? 'remove it' : `did you mean ${nearest}?`}`;
}

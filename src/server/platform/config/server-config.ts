import { z } from 'zod';

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `is not a whole number; write one from ${least} to ${most}`)
    .transform(Number)
    .pipe(z.number().min(least, `is less than ${least}; write a number from ${least} to ${most}`).max(most, `is more than ${most}; write a number from ${least} to ${most}`));

const postgresUrl = z.string().refine(isPostgresUrl, 'is not a PostgreSQL address; write postgres://user:password@host:5432/database');

const httpUrl = z.string().refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), 'is not a web address; write https://domicile.example.org');

const issuerUrl = httpUrl.refine((text) => !URL.canParse(text) || new URL(text).protocol === 'https:' || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(text).hostname), 'is not encrypted; write an https:// address');

const groupRoles = z
  .string()
  .regex(/^[^=,]+=[a-z-]+(,[^=,]+=[a-z-]+)*$/, 'is not a list of group=role; write ai-office=compliance-officer,audit=auditor')
  .transform((text) => Object.fromEntries(text.split(',').map((pair) => pair.split('=').map((part) => part.trim()) as [string, string])));

/** Every setting of the server, by the environment variable that gives it. */
export const serverEnvironment = z.object({
  HOST: z.string().min(1, 'is empty; write 127.0.0.1 or 0.0.0.0').default('127.0.0.1').describe('address to listen on'),
  PORT: wholeNumber(0, 65_535).default(3000).describe('port to listen on; 0 takes a free one'),
  DATABASE_URL: postgresUrl.optional().describe('external PostgreSQL; without it an embedded one is started'),
  DATABASE_OWNER_URL: postgresUrl.optional().describe('the same database as the owner of its tables, for migrations; DATABASE_URL when absent'),
  DATABASE_POOL: wholeNumber(2, 500).default(10).describe('connections held at most'),
  DOMICILE_DATA: z.string().min(1, 'is empty; write a folder').default('.data').describe('folder of the embedded PostgreSQL'),
  DOMICILE_API_KEY: z.string().min(32, 'is shorter than 32 characters; make one with: openssl rand -hex 32').max(200, 'is longer than 200 characters; make one with: openssl rand -hex 32').optional().describe('API key to accept from the first start on; without it one is made and printed once'),
  DOMICILE_URL: httpUrl.optional().describe('address under which browsers reach the server'),
  DOMICILE_BODY_LIMIT: wholeNumber(1024, 512 * 1024 * 1024).default(5 * 1024 * 1024).describe('largest request body, in bytes'),
  DOMICILE_CHECK_WORKERS: wholeNumber(1, 64).default(1).describe('threads that audit'),
  DOMICILE_CHECK_SECONDS: wholeNumber(1, 3600).default(60).describe('longest a check may take, in seconds'),
  DOMICILE_DELIVERY: z.string().min(1, 'is empty; write the path of a file').optional().describe('file with the mail server, webhooks and folders that reports and notifications go to; without it nothing leaves'),
  DOMICILE_EXAMPLE: z.enum(['yes', 'no'], 'is neither yes nor no').optional().describe('whether an empty register gets the example organisation; yes with the embedded PostgreSQL, no with another, when absent'),
  DOMICILE_JOBS: wholeNumber(0, 64).default(2).describe('jobs this process works on at a time; 0 leaves them to other replicas'),
  DOMICILE_OIDC_ISSUER: issuerUrl.optional().describe('OpenID Connect issuer that people sign in at'),
  DOMICILE_OIDC_CLIENT: z.string().max(200, 'is longer than 200 characters; write the client id').optional().describe('client id of this server at the issuer'),
  DOMICILE_OIDC_SECRET: z.string().max(500, 'is longer than 500 characters; write the client secret').optional().describe('client secret of this server at the issuer'),
  DOMICILE_OIDC_GROUPS: z.string().max(100, 'is longer than 100 characters; write the name of a claim').default('groups').describe('claim that lists the groups of a person'),
  DOMICILE_OIDC_ROLES: groupRoles.default({}).describe('role of each group, such as ai-office=compliance-officer,audit=auditor; roles then follow the groups at every sign-in'),
  DOMICILE_PULLS: z.string().min(1, 'is empty; write the path of a file').optional().describe('file with the connections to systems that can be pulled from; without it there are none'),
  DOMICILE_SIGNING_CA: z.string().min(1, 'is empty; write the path of a file').optional().describe('file with the certificates, in PEM, that signers of reports must lead to'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'is not a log level; write info, warn, error, debug, trace, fatal or silent').default('info').describe('least severe message that is logged'),
});

export type ServerEnvironment = z.output<typeof serverEnvironment>;

export interface OidcSettings {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  /** Claim that lists the groups of a person. */
  readonly groupsClaim: string;
  /** Role by group; where it is empty, roles are given by an administrator. */
  readonly roles: Readonly<Record<string, string>>;
}

/** The one configuration object of the server. */
export interface ServerConfig {
  readonly host: string;
  readonly port: number;
  readonly logLevel: ServerEnvironment['LOG_LEVEL'];
  readonly publicUrl: string | undefined;
  /** Largest request body, in bytes. */
  readonly bodyLimit: number;
  readonly apiKey: string | undefined;
  readonly database: { readonly url: string | undefined; readonly ownerUrl: string | undefined; readonly folder: string; readonly pool: number };
  /** Present where people may sign in at an identity provider. */
  readonly oidc: OidcSettings | undefined;
  /** Path of the certificates that signers of reports must lead to. */
  readonly signingCa: string | undefined;
  /** Path of the file with the connections to systems that can be pulled from. */
  readonly pulls: string | undefined;
  /** Path of the file with the ways out for reports and notifications. */
  readonly delivery: string | undefined;
  readonly checks: { readonly workers: number; readonly seconds: number };
  /** Whether an empty register gets the example organisation. */
  readonly example: boolean;
  /** Jobs this process works on at a time. */
  readonly jobs: number;
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname } = new URL(text);
  return (protocol === 'postgres:' || protocol === 'postgresql:') && pathname.length > 1;
}

import { z } from 'zod';

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `is not a whole number; write one from ${least} to ${most}`)
    .transform(Number)
    .pipe(z.number().min(least, `is less than ${least}; write a number from ${least} to ${most}`).max(most, `is more than ${most}; write a number from ${least} to ${most}`));

const postgresUrl = z.string().refine(isPostgresUrl, 'is not a PostgreSQL address; write postgres://user:password@host:5432/database');

const httpUrl = z.string().refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), 'is not a web address; write https://domicile.example.org');

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
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'is not a log level; write info, warn, error, debug, trace, fatal or silent').default('info').describe('least severe message that is logged'),
});

export type ServerEnvironment = z.output<typeof serverEnvironment>;

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
  readonly checks: { readonly workers: number; readonly seconds: number };
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname } = new URL(text);
  return (protocol === 'postgres:' || protocol === 'postgresql:') && pathname.length > 1;
}

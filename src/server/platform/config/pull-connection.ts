import { z } from 'zod';
import { connectionName } from './connection-name.js';
import { type Secret } from './secret.js';
import { secretSource } from './secret-source.js';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const baseAddress = z
  .string()
  .max(2_000)
  .superRefine((text, context) => {
    const message = wrongAddress(text);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  })
  .describe('address of the system; nothing outside it is ever asked');

const credential = z.union([z.strictObject({ token: secretSource }), z.strictObject({ user: z.string().regex(/^[\x20-\x39\x3b-\x7e]{1,200}$/, 'is no user name; write it in ASCII, without a colon'), password: secretSource })]);

const names = (what: string) => z.array(z.string().min(1).max(300)).min(1).max(1_000).describe(what);

const common = {
  name: connectionName,
  url: baseAddress,
  credential: credential.optional(),
  ca: z.string().min(1).max(1_000).optional().describe('file with the certificates, in PEM, that the system must lead to, in place of the public ones'),
  timeoutSeconds: z.number().int().min(1).max(300).default(20).describe('longest one answer may take'),
  mostPages: z.number().int().min(1).max(10_000).default(100).describe('pages of one list that are read at most'),
  mostFiles: z.number().int().min(1).max(10_000).default(1_000).describe('files that are kept at most'),
  tolerate: z.array(z.string().min(1).max(100)).max(50).default([]).describe('codes of gaps that do not stop a check; they are shown all the same'),
};

/** One system to pull from, as the connections file states it. */
export const pullConnection = z.discriminatedUnion(
  'system',
  [
    z.strictObject({ ...common, system: z.literal('mlflow'), models: names('registered models; all when absent').optional(), versions: z.enum(['all', 'current']).default('all').describe('current: versions with an alias or in Staging or Production; the newest of a model that has neither') }),
    z.strictObject({ ...common, system: z.literal('kubernetes'), namespaces: names('namespaces; all when absent').optional() }),
    z.strictObject({ ...common, system: z.literal('litellm') }),
    z.strictObject({ ...common, system: z.literal('hugging-face'), owners: names('organisations or people whose models are pulled').optional(), models: names('models, as owner/name or owner/name@revision').optional() }).refine(({ owners, models }) => owners !== undefined || models !== undefined, 'names neither owners nor models; write which models of the hub are yours'),
  ],
  'is no system that can be pulled from; write mlflow, kubernetes, litellm or hugging-face',
);

export type PullConnection = z.output<typeof pullConnection>;

export type PullSystem = PullConnection['system'];

/** Who Domicile is to a system. */
export type PullCredential = { readonly token: Secret } | { readonly user: string; readonly password: Secret };

/** A connection that is ready for use. */
export interface ConfiguredPull {
  readonly connection: PullConnection;
  readonly credential: PullCredential | undefined;
  /** Certificates in PEM; the public ones where absent. */
  readonly ca: string | undefined;
}

/** The connections file. */
export const pullConnections = z.strictObject({ connections: z.array(pullConnection).max(100) });

function wrongAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return 'is no web address; write https://mlflow.example.org';
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username !== '' || password !== '') return 'holds a credential; write the address alone, and the credential as env or file';
  if (search !== '' || hash !== '') return 'has a query or fragment; write the address alone';
  if (protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname))) return undefined;
  return protocol === 'http:' ? 'is not encrypted; write an https:// address' : 'is no web address; write https://mlflow.example.org';
}

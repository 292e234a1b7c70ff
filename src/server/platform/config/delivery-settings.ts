import { z } from 'zod';
import { connectionName } from './connection-name.js';
import { type Secret } from './secret.js';
import { secretSource } from './secret-source.js';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const webAddress = z
  .string()
  .max(2_000)
  .refine((text) => URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol) && new URL(text).username === '', 'is no web address; write https://hooks.example.org/domicile, without a credential')
  .refine((text) => !URL.canParse(text) || new URL(text).protocol === 'https:' || loopback.test(new URL(text).hostname), 'is not encrypted; write an https:// address');

const domain = z.string().toLowerCase().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'is no domain; write one such as example.org');

const caFile = z.string().min(1).max(1_000).optional().describe('file with the certificates, in PEM, that the server must lead to, in place of the public ones');

const email = z
  .strictObject({
    host: z.string().min(1).max(253),
    port: z.int().min(1).max(65_535).default(587),
    security: z.enum(['starttls', 'tls', 'none'], 'is no kind of security; write starttls, tls, or none for a server on loopback').default('starttls'),
    credential: z.strictObject({ user: z.string().min(1).max(300), password: secretSource }).optional(),
    ca: caFile,
    from: z.string().max(300).regex(/^[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/, 'is no sender; write Domicile <domicile@example.org>'),
    domains: z.array(domain).max(100).default([]).describe('domains whose addresses may receive, beside the people of the server'),
    attachUpTo: z.int().min(0).max(100_000_000).default(10_000_000).describe('largest report that is attached, in bytes; of a larger one the address is sent'),
  })
  .refine(({ security, host }) => security !== 'none' || loopback.test(host), { path: ['security'], message: 'is none, though the server is not on loopback; write starttls or tls' });

const webhook = z.strictObject({
  name: connectionName,
  url: z.union([webAddress, secretSource]).describe('address, or where to take it from where it is a secret itself'),
  secret: secretSource.optional().describe('what requests are signed with'),
  form: z.enum(['domicile', 'slack', 'teams'], 'is no form; write domicile, slack or teams').default('domicile'),
  ca: caFile,
  privateNetwork: z.boolean().default(false).describe('whether it may lead to loopback or a private network'),
});

const folder = z.strictObject({ name: connectionName, path: z.string().min(1).max(1_000).describe('relative to this file') });

/** The deliveries file. */
export const deliverySettings = z
  .strictObject({
    email: email.optional(),
    webhooks: z.array(webhook).max(100).default([]),
    folders: z.array(folder).max(100).default([]),
    retrySeconds: z.array(z.number().min(0.1).max(604_800)).max(50).default([30, 120, 600, 3_600, 14_400, 43_200]).describe('how long to wait before each further attempt'),
  })
  .superRefine(({ webhooks, folders }, context) => {
    for (const [what, all] of [['webhooks', webhooks], ['folders', folders]] as const)
      for (const [at, { name }] of all.entries()) if (all.findIndex((other) => other.name === name) < at) context.addIssue({ code: 'custom', path: [what, at, 'name'], message: `'${name}' is given twice; give each a name of its own` });
  });

type Stated = z.output<typeof deliverySettings>;

export interface EmailChannel extends Omit<NonNullable<Stated['email']>, 'credential' | 'ca'> {
  readonly credential: { readonly user: string; readonly password: Secret } | undefined;
  /** Certificates in PEM; the public ones where absent. */
  readonly ca: string | undefined;
}

export interface WebhookChannel extends Omit<Stated['webhooks'][number], 'url' | 'secret' | 'ca'> {
  readonly url: Secret;
  readonly secret: Secret | undefined;
  readonly ca: string | undefined;
}

/** Ways out of this server that are ready for use. */
export interface DeliveryChannels extends Pick<Stated, 'folders' | 'retrySeconds'> {
  readonly email: EmailChannel | undefined;
  readonly webhooks: readonly WebhookChannel[];
}

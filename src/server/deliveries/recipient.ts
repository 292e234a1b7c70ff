import { z } from 'zod';

const name = z.string().min(1).max(63);

/** Whom a message goes to: a person of this server, an address elsewhere, or a webhook or folder of the deliveries file. */
export const recipient = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('user'), id: z.uuid('is not the id of a person') }),
    z.strictObject({ kind: z.literal('email'), address: z.string().trim().max(254).regex(/^[^\s@<>,;:"()\\]+@[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*$/, 'is no address; write one such as board@example.org') }),
    z.strictObject({ kind: z.literal('webhook'), name }),
    z.strictObject({ kind: z.literal('folder'), name }),
  ],
  'is no kind of recipient; write user, email, webhook or folder',
);

export type Recipient = z.output<typeof recipient>;

export const recipients = z.array(recipient).max(50, 'has more than 50 recipients; send it to a list').default([]);

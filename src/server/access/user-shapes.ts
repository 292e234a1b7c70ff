import { z } from 'zod';
import { permission } from '../platform/authorization/permission.js';
import { role } from './role.js';
import { readsOwnOnly, units } from './units.js';

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'is longer than 254 characters; write an address')
  .regex(/^[^\s@]+@[^\s@]+$/, 'is not an address; write one such as ines@example.org');

const name = z.string().trim().min(1, 'is empty; write a name').max(200, 'is longer than 200 characters; shorten it');

/** A new password. */
const password = z.string().min(12, 'is shorter than 12 characters; write a longer one').max(200, 'is longer than 200 characters; shorten it');

const roles = z.array(role).max(role.options.length).describe('what the person may do');

export const newUser = z.strictObject({ email, name, roles, units: units.default([]), readsOwnOnly: readsOwnOnly.default(false) }).meta({ id: 'NewUser', example: { email: 'ines@example.org', name: 'Ines Albrecht', roles: ['compliance-officer'] } });
export type NewUser = z.output<typeof newUser>;

export const userChange = z
  .strictObject({ name: name.optional(), roles: roles.optional(), units: units.optional(), readsOwnOnly: readsOwnOnly.optional(), state: z.enum(['active', 'disabled']).optional() })
  .refine((change) => Object.keys(change).length > 0, 'changes nothing; name a field to change')
  .meta({ id: 'UserChange', example: { roles: ['auditor'] } });
export type UserChange = z.output<typeof userChange>;

const example = { id: '01990000-0000-7000-8000-000000000003', email: 'ines@example.org', name: 'Ines Albrecht', roles: ['compliance-officer'], units: ['claims'], readsOwnOnly: false, state: 'active', createdAt: '2026-11-23T12:00:00.000Z' };
const linkExample = { link: 'https://domicile.example.org/sign-in?token=dml_AAAAAAAAcACAAAAAAAAAAQ_…', expiresAt: '2026-11-24T12:00:00.000Z' };

export const userView = z
  .object({ id: z.uuid(), email: z.string().nullable(), name: z.string().nullable(), roles: z.array(role), units: z.array(z.string()), readsOwnOnly: z.boolean(), state: z.enum(['active', 'disabled', 'erased']), createdAt: z.iso.datetime() })
  .meta({ id: 'User', example });
export type UserView = z.output<typeof userView>;

export const userList = z.object({ items: z.array(userView), total: z.int() }).meta({ id: 'UserList', example: { items: [example], total: 1 } });

export const peopleList = z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string().nullable(), active: z.boolean().describe('can sign in, so findings can be given to them') })), total: z.int() }).meta({ id: 'PeopleList', example: { items: [{ id: example.id, name: example.name, active: true }], total: 1 } });
export type PeopleList = z.output<typeof peopleList>;

export const signInWays = z.object({ password: z.literal(true), oidc: z.boolean().describe('at an identity provider, from /api/v1/session/oidc') }).meta({ id: 'SignInWays', example: { password: true, oidc: false } });
export type SignInWays = z.output<typeof signInWays>;

export const signInLink = z.object({ link: z.string().describe('address that signs the person in once; told this once'), expiresAt: z.iso.datetime() }).meta({ id: 'SignInLink', example: linkExample });
export type SignInLink = z.output<typeof signInLink>;

export const madeUser = z.object({ user: userView, ...signInLink.shape }).meta({ id: 'MadeUser', example: { user: example, ...linkExample } });
export type MadeUser = z.output<typeof madeUser>;

export const signIn = z
  .strictObject({ email, password: z.string().min(1, 'is empty; write the password').max(200, 'is longer than any password here'), organisation: z.uuid().optional().describe('the first organisation when absent') })
  .meta({ id: 'SignIn', example: { email: 'ines@example.org', password: 'a long pass phrase' } });
export type SignIn = z.output<typeof signIn>;

export const sessionView = z
  .object({ user: userView, permissions: z.array(permission), csrfToken: z.string().describe('send it as X-CSRF-Token with every request that changes something') })
  .meta({ id: 'Session', example: { user: example, permissions: ['audit:create', 'audit:read'], csrfToken: 'uT3…' } });
export type SessionView = z.output<typeof sessionView>;

export const newPassword = z
  .strictObject({ current: z.string().max(200).optional().describe('the password so far, where there is one'), next: password })
  .meta({ id: 'NewPassword', example: { current: 'a long pass phrase', next: 'another long pass phrase' } });
export type NewPassword = z.output<typeof newPassword>;

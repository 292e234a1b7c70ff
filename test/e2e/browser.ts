import request from 'supertest';
import { UsersService } from '../../src/server/access/users.service.js';
import { firstOrganisation } from '../../src/server/platform/database/first-organisation.js';
import { type Role } from '../../src/server/access/role.js';
import { type TestApp } from './test-app.js';

/** Someone who is signed in: the cookie and the CSRF token that a page would send. */
export interface Browser {
  readonly id: string;
  readonly cookie: string;
  readonly csrfToken: string;
  call(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string): request.Test;
}

const administrator = { organisationId: firstOrganisation, kind: 'user', id: '01990000-0000-7000-8000-000000000000', permissions: [] } as const;

/** Adds a person with these roles, and units where given, and follows the sign-in link. */
export async function signInAs(test: TestApp, email: string, roles: Role[], units: string[] = [], readsOwnOnly = false): Promise<Browser> {
  const { link } = await test.app.get(UsersService).add(administrator, { email, name: email, roles, units, readsOwnOnly });
  return followLink(test, link.token);
}

export async function followLink(test: TestApp, token: string): Promise<Browser> {
  const { headers } = await request(test.server).get(`/sign-in?token=${token}`).expect(302);
  return browserOf(test, cookieOf(headers));
}

export async function browserOf(test: TestApp, cookie: string): Promise<Browser> {
  const { body } = await request(test.server).get('/api/v1/session').set('cookie', cookie).expect(200);
  const { csrfToken, user } = body as { csrfToken: string; user: { id: string } };
  return { id: user.id, cookie, csrfToken, call: (method, path) => request(test.server)[method](path).set('cookie', cookie).set('x-csrf-token', csrfToken) };
}

export function cookieOf(headers: Readonly<Record<string, unknown>>): string {
  const [cookie] = headers['set-cookie'] as string[];
  return (cookie ?? '').split(';')[0] ?? '';
}

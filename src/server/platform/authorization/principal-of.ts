import { type FastifyRequest } from 'fastify';
import { DomainError } from '../problem/domain-error.js';
import { type Principal } from './principal.js';

const principals = new WeakMap<FastifyRequest, Principal>();

export function rememberPrincipal(request: FastifyRequest, principal: Principal): void {
  principals.set(request, principal);
}

/** @throws DomainError `not-signed-in` where the guard let nobody in */
export function principalOf(request: FastifyRequest): Principal {
  const principal = principals.get(request);
  if (principal === undefined) throw new DomainError('not-signed-in', 'nobody is signed in; send Authorization: Bearer <key>, or sign in');
  return principal;
}

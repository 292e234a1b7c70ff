import { type FastifyRequest } from 'fastify';
import { type Principal } from './principal.js';

/** Finds out who asks. */
export abstract class Authenticator {
  /** @throws DomainError `not-signed-in` where what was presented is wrong; returns nothing where nothing was presented. */
  abstract authenticate(request: FastifyRequest): Promise<Principal | undefined>;
}

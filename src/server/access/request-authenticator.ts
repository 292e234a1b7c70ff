import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Authenticator } from '../platform/authorization/authenticator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { ApiKeysService } from './api-keys.service.js';

const longestKey = 200;

@Injectable()
export class RequestAuthenticator extends Authenticator {
  constructor(private readonly keys: ApiKeysService) {
    super();
  }

  async authenticate({ headers }: FastifyRequest): Promise<Principal | undefined> {
    if (headers.authorization === undefined) return undefined;
    const key = /^Bearer (\S+)$/i.exec(headers.authorization)?.[1];
    const principal = key === undefined || key.length > longestKey ? undefined : await this.keys.principalOf(key);
    if (principal === undefined) throw new DomainError('not-signed-in', 'the key is unknown, expired or revoked; send Authorization: Bearer <key> with one that is valid');
    return principal;
  }
}

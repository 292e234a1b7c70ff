import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { DomainError } from '../problem/domain-error.js';
import { abilityOf } from './ability-of.js';
import { Authenticator } from './authenticator.js';
import { type Permission } from './permission.js';
import { rememberPrincipal } from './principal-of.js';
import { publicRoute } from './public.decorator.js';
import { permissionByParameter, type PermissionsByParameter } from './requires-by.decorator.js';
import { requiredPermission } from './requires.decorator.js';
import { signedInRoute } from './signed-in.decorator.js';

/** Lets a request in when its principal may do what the route requires. A route that says nothing is closed. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.get<boolean | undefined>(publicRoute, context.getHandler()) === true) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const principal = await this.authenticator.authenticate(request);
    if (principal === undefined) throw new DomainError('not-signed-in', 'nobody is signed in; send Authorization: Bearer <key>, or sign in');
    rememberPrincipal(request, principal);
    if (this.reflector.get<boolean | undefined>(signedInRoute, context.getHandler()) === true) return true;
    const required = this.requiredBy(context.getHandler(), request);
    const [subject = '', action = ''] = required?.split(':') ?? [];
    if (required === undefined || !abilityOf(principal).can(action, subject)) throw new DomainError('not-allowed', `this needs the scope ${required ?? 'of nobody'}, which the key or role does not give; ask an administrator for it`);
    return true;
  }

  private requiredBy(handler: ReturnType<ExecutionContext['getHandler']>, { params }: FastifyRequest): Permission | undefined {
    const by = this.reflector.get<PermissionsByParameter | undefined>(permissionByParameter, handler);
    return by === undefined ? this.reflector.get<Permission | undefined>(requiredPermission, handler) : by.permissions.get((params as Record<string, string>)[by.parameter] ?? '');
  }
}

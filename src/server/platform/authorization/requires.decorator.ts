import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiResponse } from '@nestjs/swagger';
import { problemResponse } from '../http/problem-response.js';
import { type Permission } from './permission.js';

export const requiredPermission = Symbol('permission that a route requires');

/** The permission without which a route is refused. A route that names none and is not public is refused to all. */
export function Requires(permission: Permission): MethodDecorator {
  return applyDecorators(SetMetadata(requiredPermission, permission), ApiBearerAuth(), ApiCookieAuth(), ApiResponse(problemResponse(401, 'no key or session, or one that is not valid')), ApiResponse(problemResponse(403, `the key or role does not give ${permission}`)));
}

import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiResponse } from '@nestjs/swagger';
import { problemResponse } from '../http/problem-response.js';
import { type Permission } from './permission.js';

export const permissionByParameter = Symbol('permissions that a route requires, by what one of its parameters says');

export interface PermissionsByParameter {
  readonly parameter: string;
  readonly permissions: ReadonlyMap<string, Permission>;
}

/** As `Requires`, where the permission hangs on a parameter of the path; what the parameter does not name is refused to all. */
export function RequiresBy(parameter: string, permissions: ReadonlyMap<string, Permission>): MethodDecorator {
  return applyDecorators(SetMetadata(permissionByParameter, { parameter, permissions } satisfies PermissionsByParameter), ApiBearerAuth(), ApiCookieAuth(), ApiResponse(problemResponse(401, 'no key or session, or one that is not valid')), ApiResponse(problemResponse(403, `the key or role does not give what the ${parameter} needs, or there is no such ${parameter}`)));
}

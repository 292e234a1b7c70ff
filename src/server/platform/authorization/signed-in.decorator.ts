import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiCookieAuth, ApiResponse } from '@nestjs/swagger';
import { problemResponse } from '../http/problem-response.js';

export const signedInRoute = Symbol('route open to whoever is signed in');

/** Opens a route to whoever is signed in, whatever they may do: it concerns themselves only. */
export function SignedIn(): MethodDecorator {
  return applyDecorators(SetMetadata(signedInRoute, true), ApiCookieAuth(), ApiResponse(problemResponse(401, 'nobody is signed in')), ApiResponse(problemResponse(403, 'the CSRF token is missing, or a key asks')));
}

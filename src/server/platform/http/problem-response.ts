import { type ApiResponseOptions } from '@nestjs/swagger';

/** How a route documents one of its problems. */
export function problemResponse(status: number, description: string): ApiResponseOptions {
  return { status, description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}

import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { problemResponse } from '../platform/http/problem-response.js';
import { ownPolicyView } from './own-policy-shapes.js';

/** How the API document describes a step of an own policy's life. */
export function ownPolicyStep(operation: { readonly summary: string; readonly operationId: string; readonly description?: string }): MethodDecorator {
  return applyDecorators(
    ApiOperation(operation),
    ApiHeader({ name: 'If-Match', required: false, description: 'the ETag of the version that was looked at' }),
    ApiOkResponse({ standardSchema: ownPolicyView, headers: { ETag: { description: 'names the new version', schema: { type: 'string' } } } }),
    ApiResponse(problemResponse(400, 'the id is not a UUID, or the body does not fit the schema')),
    ApiResponse(problemResponse(404, 'no such policy')),
    ApiResponse(problemResponse(409, 'the policy is in another state')),
    ApiResponse(problemResponse(412, 'the policy is no longer the version that is named')),
    ApiResponse(problemResponse(413, 'the body is too large')),
    ApiResponse(problemResponse(422, 'the policy does not compile; each problem with line and column')),
    ApiResponse(problemResponse(428, 'no version is named')),
    ApiResponse(problemResponse(503, 'too many policies wait to be compiled')),
  );
}

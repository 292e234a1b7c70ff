import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { problemResponse } from '../platform/http/problem-response.js';
import { decisionView } from './decision-shapes.js';

/** How the API document describes a step of a decision. */
export function decisionStep(operation: { readonly summary: string; readonly description?: string; readonly operationId: string }): MethodDecorator {
  return applyDecorators(
    ApiOperation(operation),
    ApiHeader({ name: 'If-Match', required: false, description: 'the ETag of the version that was looked at' }),
    ApiOkResponse({ standardSchema: decisionView, headers: { ETag: { description: 'names the new version', schema: { type: 'string' } } } }),
    ApiResponse(problemResponse(400, 'the id is not a UUID, or the body does not fit the schema')),
    ApiResponse(problemResponse(404, 'no such decision')),
    ApiResponse(problemResponse(409, 'the decision is in another state, something is to be filled in, or the packs say otherwise by now')),
    ApiResponse(problemResponse(412, 'the decision is no longer the version that is named')),
    ApiResponse(problemResponse(422, 'the packs cannot be asked of the options: what the register names is missing')),
    ApiResponse(problemResponse(428, 'no version is named')),
    ApiResponse(problemResponse(503, 'too many checks are waiting')),
  );
}

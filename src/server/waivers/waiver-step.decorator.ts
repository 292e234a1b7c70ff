import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { problemResponse } from '../platform/http/problem-response.js';
import { waiverView } from './waiver-shapes.js';

/** How the API document describes a step of a waiver's life. */
export function waiverStep(operation: { readonly summary: string; readonly operationId: string }): MethodDecorator {
  return applyDecorators(
    ApiOperation(operation),
    ApiHeader({ name: 'If-Match', required: false, description: 'the ETag of the version that was looked at' }),
    ApiOkResponse({ standardSchema: waiverView, headers: { ETag: { description: 'names the new version', schema: { type: 'string' } } } }),
    ApiResponse(problemResponse(400, 'the id is not a UUID, or the body does not fit the schema')),
    ApiResponse(problemResponse(404, 'no such waiver')),
    ApiResponse(problemResponse(409, 'the waiver is in another state, or what it is for is no longer so')),
    ApiResponse(problemResponse(412, 'the waiver is no longer the version that is named')),
    ApiResponse(problemResponse(428, 'no version is named')),
  );
}

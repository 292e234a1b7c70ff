import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { PoliciesService } from './policies.service.js';
import { policyList, type PolicyList } from './policy-shapes.js';

@ApiTags('policies')
@Controller('api/v1/policies')
export class PoliciesController {
  constructor(private readonly policies: PoliciesService) {}

  @Get()
  @Requires('policy:read')
  @ApiOperation({ summary: 'The policy packs of this installation with their rules', operationId: 'listPolicies' })
  @ApiOkResponse({ standardSchema: policyList })
  list(): Promise<PolicyList> {
    return this.policies.list();
  }
}

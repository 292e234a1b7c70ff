import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { PoliciesService } from './policies.service.js';
import { policyLanguage, type PolicyLanguage } from './policy-language-shapes.js';
import { policyList, type PolicyList } from './policy-shapes.js';
import { readPolicyLanguage } from './read-policy-language.js';

@ApiTags('policies')
@Controller('api/v1/policies')
export class PoliciesController {
  private language: Promise<PolicyLanguage> | undefined;

  constructor(private readonly policies: PoliciesService) {}

  @Get()
  @Requires('policy:read')
  @ApiOperation({ summary: 'The policy packs of this installation and of the organisation with their rules', operationId: 'listPolicies' })
  @ApiOkResponse({ standardSchema: policyList })
  list(@Asker() asker: Principal): Promise<PolicyList> {
    return this.policies.list(asker);
  }

  @Get('language')
  @Requires('policy:read')
  @ApiOperation({ summary: 'What an editor of policies completes with: schemas, fields that rules read, controls', operationId: 'getPolicyLanguage' })
  @ApiOkResponse({ standardSchema: policyLanguage })
  readLanguage(): Promise<PolicyLanguage> {
    return (this.language ??= readPolicyLanguage());
  }
}

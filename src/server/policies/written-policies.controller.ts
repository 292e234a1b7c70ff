import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { policyCheck, policyTests, writtenPolicy, type PolicyCheck, type PolicyTests, type WrittenPolicyBody } from './own-policy-shapes.js';
import { WrittenPoliciesService } from './written-policies.service.js';

@ApiTags('policies')
@Controller('api/v1/policies/own')
export class WrittenPoliciesController {
  constructor(private readonly written: WrittenPoliciesService) {}

  @Post('check')
  @HttpCode(200)
  @Requires('policy:read')
  @ApiOperation({ summary: 'Compile a text beside what is in force', description: 'Keeps nothing. Problems stand at line and column; quick enough to be asked while someone types.', operationId: 'checkPolicy' })
  @ApiOkResponse({ standardSchema: policyCheck })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  @ApiResponse(problemResponse(413, 'the body is too large'))
  @ApiResponse(problemResponse(422, 'it takes too long or too much memory'))
  @ApiResponse(problemResponse(503, 'too many policies wait to be compiled'))
  check(@Asker() asker: Principal, @Body({ schema: writtenPolicy }) { text }: WrittenPolicyBody): Promise<PolicyCheck> {
    return this.written.check(asker, text);
  }

  @Post('tests')
  @HttpCode(200)
  @Requires('policy:read')
  @ApiOperation({ summary: 'Run the tests that stand in a text, as `domicile pack test` does', description: 'With coverage of conditions and mutation. Keeps nothing.', operationId: 'testPolicy' })
  @ApiOkResponse({ standardSchema: policyTests })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  @ApiResponse(problemResponse(413, 'the body is too large'))
  @ApiResponse(problemResponse(422, 'it takes too long or too much memory'))
  @ApiResponse(problemResponse(503, 'too many policies wait to be compiled'))
  test(@Asker() asker: Principal, @Body({ schema: writtenPolicy }) { text }: WrittenPolicyBody): Promise<PolicyTests> {
    return this.written.test(asker, text);
  }
}

import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { policyChanges, policyDryRun, policyTry, policyVerdicts, type PolicyChanges, type PolicyDryRun, type PolicyTry, type PolicyVerdicts } from './policy-trial-shapes.js';
import { PolicyTrialsService } from './policy-trials.service.js';

@ApiTags('policies')
@Controller('api/v1/policies/own')
export class PolicyTrialsController {
  constructor(private readonly trials: PolicyTrialsService) {}

  @Post('try')
  @HttpCode(200)
  @Requires('register:read')
  @ApiOperation({ summary: 'What a text says of one deployment of the register', description: 'Of the deployment with its flows, its model and the organisation, each verdict with what decided it. Keeps nothing.', operationId: 'tryPolicy' })
  @ApiOkResponse({ standardSchema: policyVerdicts })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  @ApiResponse(problemResponse(404, 'the deployment is not the asker’s to read'))
  @ApiResponse(problemResponse(413, 'the body is too large'))
  @ApiResponse(problemResponse(422, 'the text does not compile, each problem with line and column; or there is no such deployment'))
  @ApiResponse(problemResponse(503, 'too many checks are waiting'))
  try(@Asker() asker: Principal, @Body({ schema: policyTry }) wanted: PolicyTry): Promise<PolicyVerdicts> {
    return this.trials.try(asker, wanted);
  }

  @Post('dry-run')
  @HttpCode(200)
  @Requires('register:read')
  @ApiOperation({ summary: 'Which verdicts on the register would change if a text were in force', description: 'Keeps nothing, and waives nothing: outcomes are compared as the rules give them.', operationId: 'dryRunPolicy' })
  @ApiOkResponse({ standardSchema: policyChanges })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  @ApiResponse(problemResponse(413, 'the body is too large'))
  @ApiResponse(problemResponse(422, 'the text does not compile, each problem with line and column; or the register is empty'))
  @ApiResponse(problemResponse(503, 'too many checks are waiting'))
  dryRun(@Asker() asker: Principal, @Body({ schema: policyDryRun }) { text }: PolicyDryRun): Promise<PolicyChanges> {
    return this.trials.dryRun(asker, text);
  }
}

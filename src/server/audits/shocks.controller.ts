import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { type Shock } from '../../core/shock/shock.js';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { requireAllUnits } from '../platform/authorization/require-all-units.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { RegisterQuestionsService } from './register-questions.service.js';
import { shockAnswer, shockRequest } from './shock-shapes.js';

@ApiTags('audits')
@Controller('api/v1/shocks')
export class ShocksController {
  constructor(private readonly questions: RegisterQuestionsService) {}

  @Post()
  @HttpCode(200)
  @Requires('audit:read')
  @ApiOperation({ summary: 'What of the register breaks if a fact changes, and what has a fallback', description: 'The register is audited before and after the change with the packs, waivers and clearances in force; nothing is stored. Answers the bytes that `domicile shock --format json` prints.', operationId: 'runShock' })
  @ApiOkResponse({ standardSchema: shockAnswer })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema, or the shock cannot happen to what is in the register'))
  @ApiResponse(problemResponse(422, 'the register cannot be audited: it is empty, or what it names is missing'))
  @ApiResponse(problemResponse(503, 'too many checks are waiting'))
  async run(@Asker() asker: Principal, @Body({ schema: shockRequest }) shock: Shock, @Res() reply: FastifyReply): Promise<void> {
    requireAllUnits(asker, 'the deployments that a shock breaks');
    await reply.type('application/json; charset=utf-8').header('cache-control', 'private, no-store').send(await this.questions.shock(asker, shock));
  }
}

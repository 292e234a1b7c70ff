import { Body, Controller, Get, Headers, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { readMatch } from '../platform/http/read-match.js';
import { ReauditSettingsService } from './reaudit-settings.service.js';
import { reauditSettings, reauditTerms, type ReauditSettings, type ReauditTerms } from './reaudit-shapes.js';

const entityTag = { ETag: { description: 'names this version of the settings, for If-Match', schema: { type: 'string' as const } } };

@ApiTags('schedules')
@Controller('api/v1/reaudit')
export class ReauditsController {
  constructor(private readonly settings: ReauditSettingsService) {}

  @Get()
  @Requires('schedule:read')
  @ApiOperation({ summary: 'Whether what changes affect is audited again by itself', operationId: 'getReaudit' })
  @ApiOkResponse({ standardSchema: reauditSettings, headers: entityTag })
  async read(@Asker() asker: Principal, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, await this.settings.read(asker));
  }

  @Put()
  @Requires('schedule:manage')
  @ApiOperation({ summary: 'Let what changes affect be audited again by itself, or not', description: 'After an import or a change of a record; within the hour also where facts, packs or waivers have changed. Until then `GET /audits/affected` names what is affected.', operationId: 'changeReaudit' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'the ETag that was read' })
  @ApiOkResponse({ standardSchema: reauditSettings, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  @ApiResponse(problemResponse(412, 'they have changed since'))
  @ApiResponse(problemResponse(428, 'If-Match is missing'))
  async change(@Asker() asker: Principal, @Body({ schema: reauditTerms }) terms: ReauditTerms, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, await this.settings.change(asker, terms, readMatch(match)));
  }
}

async function answer(reply: FastifyReply, settings: ReauditSettings): Promise<void> {
  await reply.code(200).header('etag', `"${settings.version}"`).header('cache-control', 'private, no-cache').send(settings);
}

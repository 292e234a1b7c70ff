import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { readMatch } from '../platform/http/read-match.js';
import { recordId } from '../platform/http/record-id.js';
import { runPage, runQuery, runView, scheduleDraft, schedulePage, scheduleQuery, scheduleView, type RunPage, type RunQuery, type RunView, type ScheduleDraft, type SchedulePage, type ScheduleQuery, type ScheduleView } from './schedule-shapes.js';
import { SchedulesService } from './schedules.service.js';

const entityTag = { ETag: { description: 'names this version of the schedule, for If-Match', schema: { type: 'string' as const } } };
const ifMatch = { name: 'If-Match', required: true, description: 'the ETag that was read' };

@ApiTags('schedules')
@Controller('api/v1/schedules')
export class SchedulesController {
  constructor(private readonly schedules: SchedulesService) {}

  @Get()
  @Requires('schedule:read')
  @ApiOperation({ summary: 'Schedules, oldest first', operationId: 'listSchedules' })
  @ApiOkResponse({ standardSchema: schedulePage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  list(@Asker() asker: Principal, @Query({ schema: scheduleQuery }) query: ScheduleQuery): Promise<SchedulePage> {
    return this.schedules.list(asker, query);
  }

  @Post()
  @Requires('schedule:manage')
  @ApiOperation({ summary: 'Make a schedule', description: 'It belongs to the organisation and runs as the system, whatever becomes of who made it.', operationId: 'createSchedule' })
  @ApiCreatedResponse({ standardSchema: scheduleView, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema, its times never come, or a recipient may not receive'))
  async make(@Asker() asker: Principal, @Body({ schema: scheduleDraft }) terms: ScheduleDraft, @Res() reply: FastifyReply): Promise<void> {
    const schedule = await this.schedules.make(asker, terms);
    await answer(reply.header('location', `/api/v1/schedules/${schedule.id}`), 201, schedule);
  }

  @Get(':id')
  @Requires('schedule:read')
  @ApiOperation({ summary: 'One schedule and when it is due next', operationId: 'getSchedule' })
  @ApiOkResponse({ standardSchema: scheduleView, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such schedule'))
  async read(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.schedules.read(asker, id));
  }

  @Put(':id')
  @Requires('schedule:manage')
  @ApiOperation({ summary: 'Change a schedule, pause it or let it go on', operationId: 'changeSchedule' })
  @ApiHeader(ifMatch)
  @ApiOkResponse({ standardSchema: scheduleView, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema, its times never come, or a recipient may not receive'))
  @ApiResponse(problemResponse(404, 'no such schedule'))
  @ApiResponse(problemResponse(412, 'it has changed since'))
  @ApiResponse(problemResponse(428, 'If-Match is missing'))
  async change(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: scheduleDraft }) terms: ScheduleDraft, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.schedules.change(asker, id, terms, readMatch(match)));
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('schedule:manage')
  @ApiOperation({ summary: 'End a schedule for good; its runs stay', operationId: 'endSchedule' })
  @ApiHeader(ifMatch)
  @ApiNoContentResponse({ description: 'ended' })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such schedule'))
  @ApiResponse(problemResponse(412, 'it has changed since'))
  @ApiResponse(problemResponse(428, 'If-Match is missing'))
  async end(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Headers('if-match') match: string | undefined): Promise<void> {
    await this.schedules.end(asker, id, readMatch(match));
  }

  @Post(':id/run')
  @HttpCode(202)
  @Requires('schedule:manage')
  @ApiOperation({ summary: 'Run a schedule now, out of turn', operationId: 'runSchedule' })
  @ApiResponse({ status: 202, description: 'the run that waits', standardSchema: runView })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such schedule'))
  runNow(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<RunView> {
    return this.schedules.runNow(asker, id);
  }

  @Get(':id/runs')
  @Requires('schedule:read')
  @ApiOperation({ summary: 'Runs of a schedule and what came of each, newest first', operationId: 'listScheduleRuns' })
  @ApiOkResponse({ standardSchema: runPage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  @ApiResponse(problemResponse(404, 'no such schedule'))
  runs(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Query({ schema: runQuery }) query: RunQuery): Promise<RunPage> {
    return this.schedules.runs(asker, id, query);
  }
}

async function answer(reply: FastifyReply, status: number, schedule: ScheduleView): Promise<void> {
  await reply.code(status).header('etag', `"${schedule.version}"`).header('cache-control', 'private, no-cache').send(schedule);
}

import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post, Put, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { type DecideCase } from '../../core/decision/record/decide-case.js';
import { type DecisionRecord } from '../../core/decision/record/decision-record.js';
import { writeMadr } from '../../core/decision/record/write-madr.js';
import { reportLanguages } from '../../core/report/report-language.js';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { requireAllUnits } from '../platform/authorization/require-all-units.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { readMatch } from '../platform/http/read-match.js';
import { recordId } from '../platform/http/record-id.js';
import { decisionStep } from './decision-step.decorator.js';
import { decisionChange, decisionChoice, decisionInputsShown, decisionPage, decisionQuery, decisionRecordShown, decisionRemark, decisionStanding, decisionView, dossierForm, newDecision, versionNumber, whatIf, type DecisionChange, type DecisionChoice, type DecisionPage, type DecisionQuery, type DecisionRemark, type DecisionStanding, type DecisionView, type DossierForm, type NewDecision, type WhatIf } from './decision-shapes.js';
import { DecisionStandingsService } from './decision-standings.service.js';
import { DecisionStore } from './decision-store.service.js';
import { DecisionsService } from './decisions.service.js';

const entityTag = { ETag: { description: 'names this version of the decision, for If-Match', schema: { type: 'string' as const } } };
const tooMany = problemResponse(503, 'too many checks are waiting');

@ApiTags('decisions')
@Controller('api/v1/decisions')
export class DecisionsController {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly store: DecisionStore,
    private readonly standings: DecisionStandingsService,
  ) {}

  @Get()
  @Requires('decision:read')
  @ApiOperation({ summary: 'Decisions between open and closed, newest first', operationId: 'listDecisions' })
  @ApiOkResponse({ standardSchema: decisionPage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  list(@Asker() asker: Principal, @Query({ schema: decisionQuery }) query: DecisionQuery): Promise<DecisionPage> {
    return this.store.list(asker, query);
  }

  @Post()
  @Requires('decision:draft')
  @ApiOperation({ summary: 'Draft a decision', description: 'From a case as `domicile decide` reads it, or from templates. No score is worked out before someone else has approved the inputs.', operationId: 'draftDecision' })
  @ApiCreatedResponse({ standardSchema: decisionView, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema, or the inputs are no case; each thing with its line or pointer'))
  @ApiResponse(problemResponse(404, 'there is no such decision to supersede'))
  @ApiResponse(problemResponse(409, 'what it is to supersede is superseded already'))
  @ApiResponse(tooMany)
  async draft(@Asker() asker: Principal, @Body({ schema: newDecision }) wanted: NewDecision, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 201, await this.decisions.draft(asker, wanted));
  }

  @Get(':id')
  @Requires('decision:read')
  @ApiOperation({ summary: 'One decision: its inputs, how its options stand by the rules, and everything that happened to it', operationId: 'getDecision' })
  @ApiOkResponse({ standardSchema: decisionView, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such decision'))
  async read(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.store.read(asker, id));
  }

  @Get(':id/result')
  @Requires('decision:read')
  @ApiOperation({ summary: 'The decision record, byte for byte as it was approved or signed', description: 'Equal to what `domicile decide --format json` prints for the same inputs and approval.', operationId: 'getDecisionResult' })
  @ApiOkResponse({ standardSchema: decisionRecordShown })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such decision'))
  @ApiResponse(problemResponse(409, 'nobody has approved the inputs, and no score is shown before'))
  async result(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json; charset=utf-8').header('cache-control', 'private, no-cache').send(await this.decisions.result(asker, id));
  }

  @Get(':id/standing')
  @Requires('decision:read')
  @ApiOperation({ summary: 'Whether a signed decision still stands, or has to be opened again', description: 'Asks the packs of its options as the register is now, and compares that with what they said when the inputs were put up. Nothing is stored.', operationId: 'getDecisionStanding' })
  @ApiOkResponse({ standardSchema: decisionStanding })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such decision'))
  @ApiResponse(problemResponse(409, 'it is not signed off'))
  @ApiResponse(problemResponse(422, 'the register cannot be audited: what it names is missing'))
  @ApiResponse(tooMany)
  standing(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<DecisionStanding> {
    return this.standings.standing(asker, id);
  }

  @Get(':id/record.md')
  @Requires('decision:read')
  @ApiOperation({ summary: 'The decision record for people, under the headings of MADR 4.0', operationId: 'getDecisionText' })
  @ApiOkResponse({ description: 'the record', content: { 'text/markdown': { schema: { type: 'string' } } } })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such decision'))
  @ApiResponse(problemResponse(409, 'nobody has approved the inputs, and no score is shown before'))
  async text(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Res() reply: FastifyReply): Promise<void> {
    const record = JSON.parse(await this.decisions.result(asker, id)) as DecisionRecord;
    await reply.type('text/markdown; charset=utf-8').header('cache-control', 'private, no-cache').header('content-disposition', `attachment; filename="decision-${id}.md"`).send(writeMadr(record));
  }

  @Get(':id/report.pdf')
  @Requires('decision:read')
  @Header('content-type', 'application/pdf')
  @Header('cache-control', 'private, no-cache')
  @ApiOperation({ summary: 'A dossier as a PDF: the record, and what an audit of the register says of the deployment now', description: 'What the packs judge otherwise by now is said beside the record. Nothing is stored.', operationId: 'getDecisionReport' })
  @ApiOkResponse({ description: 'the dossier', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  @ApiQuery({ name: 'language', required: false, schema: { type: 'string', enum: [...reportLanguages], default: 'en' } })
  @ApiResponse(problemResponse(400, 'the id is not a UUID, or there is no such language'))
  @ApiResponse(problemResponse(404, 'no such decision'))
  @ApiResponse(problemResponse(409, 'nobody has approved the inputs, and no score is shown before'))
  @ApiResponse(problemResponse(422, 'the register cannot be audited: it is empty, or what it names is missing'))
  @ApiResponse(tooMany)
  async report(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Query({ schema: dossierForm }) { language }: DossierForm): Promise<StreamableFile> {
    requireAllUnits(asker, 'reports');
    return new StreamableFile(await this.decisions.dossier(asker, id, language), { type: 'application/pdf', disposition: `inline; filename="decision-${id}.pdf"` });
  }

  @Get(':id/versions/:version')
  @Requires('decision:read')
  @ApiOperation({ summary: 'The inputs that a version of a decision brought', operationId: 'getDecisionInputs' })
  @ApiOkResponse({ standardSchema: decisionInputsShown })
  @ApiResponse(problemResponse(400, 'the id is not a UUID, or the version not a number'))
  @ApiResponse(problemResponse(404, 'no such decision, or that version brought no inputs'))
  inputs(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Param('version', { schema: versionNumber }) version: number): Promise<DecideCase> {
    return this.store.inputsAt(asker, id, version);
  }

  @Put(':id')
  @Requires('decision:draft')
  @decisionStep({ summary: 'Change the inputs of a decision of one’s own that is a draft or was rejected', operationId: 'changeDecision' })
  async change(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: decisionChange }) change: DecisionChange, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.decisions.change(asker, id, change, readMatch(match)));
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Requires('decision:draft')
  @decisionStep({ summary: 'Put the inputs before those who approve', description: 'Where the register describes the options as alternatives of the deployment, the packs are asked of each, and what they say is written into the inputs.', operationId: 'submitDecision' })
  async submit(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.decisions.submit(asker, id, readMatch(match)));
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Requires('decision:approve')
  @decisionStep({ summary: 'Approve the inputs of a decision that someone else drafted', description: 'Inputs, packs and facts are frozen, the record is worked out and kept, and scores are shown from then on.', operationId: 'approveDecision' })
  async approve(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: decisionRemark }) { remark }: DecisionRemark, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.decisions.approve(asker, id, remark, readMatch(match)));
  }

  @Post(':id/sign-off')
  @HttpCode(200)
  @Requires('decision:approve')
  @decisionStep({ summary: 'Take the decision in the light of the scores', operationId: 'signOffDecision' })
  async signOff(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: decisionChoice }) choice: DecisionChoice, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.decisions.signOff(asker, id, choice, readMatch(match)));
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Requires('decision:approve')
  @decisionStep({ summary: 'Send a decision back to its author', operationId: 'rejectDecision' })
  async reject(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: decisionRemark }) { remark }: DecisionRemark, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.decisions.reject(asker, id, remark, readMatch(match)));
  }

  @Post(':id/what-if')
  @HttpCode(200)
  @Requires('decision:read')
  @ApiOperation({ summary: 'The record under other weights, marked as a what-if and kept nowhere', operationId: 'askWhatIf' })
  @ApiOkResponse({ standardSchema: decisionRecordShown })
  @ApiResponse(problemResponse(400, 'the id is not a UUID, or the weights are none'))
  @ApiResponse(problemResponse(404, 'no such decision'))
  @ApiResponse(problemResponse(409, 'nobody has approved the inputs, and no score is shown before'))
  @ApiResponse(tooMany)
  async askWhatIf(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: whatIf }) other: WhatIf, @Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/json; charset=utf-8').header('cache-control', 'private, no-store').send(await this.decisions.whatIf(asker, id, other));
  }
}

async function answer(reply: FastifyReply, status: number, decision: DecisionView): Promise<void> {
  await reply.code(status).header('etag', `"${decision.version}"`).header('cache-control', 'private, no-cache').send(decision);
}

import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { readMatch } from '../platform/http/read-match.js';
import { recordId } from '../platform/http/record-id.js';
import { ownPolicyStep } from './own-policy-step.decorator.js';
import { ownPolicyChange, ownPolicyDraft, ownPolicyPage, ownPolicyQuery, ownPolicyRemark, ownPolicyView, type OwnPolicyChange, type OwnPolicyDraft, type OwnPolicyPage, type OwnPolicyQuery, type OwnPolicyRemark, type OwnPolicyView } from './own-policy-shapes.js';
import { OwnPoliciesService } from './own-policies.service.js';

const entityTag = { ETag: { description: 'names this version of the policy, for If-Match', schema: { type: 'string' as const } } };

@ApiTags('policies')
@Controller('api/v1/policies/own')
export class OwnPoliciesController {
  constructor(private readonly policies: OwnPoliciesService) {}

  @Get()
  @Requires('policy:read')
  @ApiOperation({ summary: 'Packs and overlays of the organisation with their versions, newest first', operationId: 'listOwnPolicies' })
  @ApiOkResponse({ standardSchema: ownPolicyPage })
  @ApiResponse(problemResponse(400, 'a parameter is wrong'))
  list(@Asker() asker: Principal, @Query({ schema: ownPolicyQuery }) query: OwnPolicyQuery): Promise<OwnPolicyPage> {
    return this.policies.list(asker, query);
  }

  @Post()
  @Requires('policy:write')
  @ApiOperation({ summary: 'Draft a pack or an overlay, or the next version of one', description: 'It judges nothing until someone who had no part in it has approved it. A draft need not compile yet.', operationId: 'draftOwnPolicy' })
  @ApiCreatedResponse({ standardSchema: ownPolicyView, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema, or the name is that of a shipped pack'))
  @ApiResponse(problemResponse(409, 'a policy of that name is worked on already'))
  @ApiResponse(problemResponse(413, 'the body is too large'))
  async draft(@Asker() asker: Principal, @Body({ schema: ownPolicyDraft }) wanted: OwnPolicyDraft, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 201, await this.policies.draft(asker, wanted));
  }

  @Get(':id')
  @Requires('policy:read')
  @ApiOperation({ summary: 'One version of a policy, with every text that was written and everything that happened to it', operationId: 'getOwnPolicy' })
  @ApiOkResponse({ standardSchema: ownPolicyView, headers: entityTag })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such policy'))
  async read(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.policies.read(asker, id));
  }

  @Put(':id')
  @Requires('policy:write')
  @ownPolicyStep({ summary: 'Write another text of a draft, or of one that was sent back', operationId: 'changeOwnPolicy' })
  async change(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: ownPolicyChange }) wanted: OwnPolicyChange, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.policies.change(asker, id, wanted, readMatch(match)));
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Requires('policy:write')
  @ownPolicyStep({ summary: 'Put a policy that compiles before those who approve', operationId: 'submitOwnPolicy' })
  async submit(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: ownPolicyRemark }) { remark }: OwnPolicyRemark, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.policies.submit(asker, id, remark, readMatch(match)));
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Requires('policy:approve')
  @ownPolicyStep({ summary: 'Put a policy in force in place of the version before', description: 'Text and digest are frozen. Whoever wrote or submitted it cannot.', operationId: 'approveOwnPolicy' })
  async approve(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: ownPolicyRemark }) { remark }: OwnPolicyRemark, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.policies.approve(asker, id, remark, readMatch(match)));
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Requires('policy:approve')
  @ownPolicyStep({ summary: 'Send a policy back to those who wrote it', operationId: 'rejectOwnPolicy' })
  async reject(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: ownPolicyRemark }) { remark }: OwnPolicyRemark, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.policies.reject(asker, id, remark, readMatch(match)));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Requires('policy:write')
  @ownPolicyStep({ summary: 'Give up a policy that is not in force', operationId: 'withdrawOwnPolicy' })
  async withdraw(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: ownPolicyRemark }) { remark }: OwnPolicyRemark, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.policies.withdraw(asker, id, remark, readMatch(match)));
  }

  @Post(':id/retire')
  @HttpCode(200)
  @Requires('policy:approve')
  @ownPolicyStep({ summary: 'Take a policy out of force', description: 'Audits that it judged keep their result, and can be reproduced.', operationId: 'retireOwnPolicy' })
  async retire(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: ownPolicyRemark }) { remark }: OwnPolicyRemark, @Headers('if-match') match: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    await answer(reply, 200, await this.policies.retire(asker, id, remark, readMatch(match)));
  }
}

async function answer(reply: FastifyReply, status: number, policy: OwnPolicyView): Promise<void> {
  await reply.code(status).header('etag', `"${policy.version}"`).header('cache-control', 'private, no-cache').send(policy);
}

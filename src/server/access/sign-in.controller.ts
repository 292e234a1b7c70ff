import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { z } from 'zod';
import { Public } from '../platform/authorization/public.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { BrowserSession } from './browser-session.js';
import { landingPage } from './landing-page.js';
import { SessionsService } from './sessions.service.js';

const linkQuery = z.strictObject({ token: z.string().max(200).describe('the token of the link') });

@ApiTags('session')
@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly browser: BrowserSession,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Follow a sign-in link, which works once', operationId: 'followSignInLink' })
  @ApiFoundResponse({ description: 'signed in; goes on to the first page' })
  @ApiResponse(problemResponse(400, 'there is no token'))
  @ApiResponse(problemResponse(401, 'the link is unknown, used or expired'))
  async follow(@Query({ schema: linkQuery }) { token }: z.output<typeof linkQuery>, @Res() reply: FastifyReply): Promise<void> {
    const opened = await this.sessions.signInByLink(token);
    this.browser.give(reply, opened.token);
    await reply.redirect(landingPage, 302);
  }
}

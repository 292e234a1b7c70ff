import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Public } from '../platform/authorization/public.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { BrowserSession } from './browser-session.js';
import { landingPage } from './landing-page.js';
import { challengeSeconds, OidcService } from './oidc.service.js';

@ApiTags('session')
@Controller('api/v1/session/oidc')
export class OidcController {
  constructor(
    private readonly oidc: OidcService,
    private readonly browser: BrowserSession,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Sign in at the identity provider', operationId: 'beginOidcSignIn' })
  @ApiFoundResponse({ description: 'goes on to the provider' })
  @ApiResponse(problemResponse(404, 'no provider is set up'))
  @ApiResponse(problemResponse(503, 'the provider does not answer'))
  async begin(@Res() reply: FastifyReply): Promise<void> {
    const { token, url } = await this.oidc.begin();
    this.browser.giveChallenge(reply, token, challengeSeconds);
    await reply.redirect(url, 302);
  }

  @Get('callback')
  @Public()
  @ApiOperation({ summary: 'Where the identity provider sends the browser back to', operationId: 'finishOidcSignIn' })
  @ApiFoundResponse({ description: 'signed in; goes on to the first page' })
  @ApiResponse(problemResponse(401, 'the sign-in was not begun in this browser, or the provider refused it'))
  @ApiResponse(problemResponse(403, 'the account has no role here'))
  @ApiResponse(problemResponse(404, 'no provider is set up'))
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = request.url.slice(request.url.indexOf('?'));
    const { token } = await this.oidc.finish(query.startsWith('?') ? query : '', this.browser.challengeOf(request));
    this.browser.give(reply, token);
    await reply.redirect(landingPage, 302);
  }
}

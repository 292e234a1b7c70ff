import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Public } from '../platform/authorization/public.decorator.js';
import { SignedIn } from '../platform/authorization/signed-in.decorator.js';
import { firstOrganisation } from '../platform/database/first-organisation.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { BrowserSession } from './browser-session.js';
import { OidcOptions } from './oidc.service.js';
import { principalOfUser } from './principal-of-user.js';
import { tokenDigest } from './secret-token.js';
import { csrfToken } from './session-cookie.js';
import { SessionsService, type OpenedSession } from './sessions.service.js';
import { newPassword, sessionView, signIn, signInWays, type NewPassword, type SessionView, type SignIn, type SignInWays } from './user-shapes.js';
import { UsersService } from './users.service.js';
import { viewOfUser } from './view-of-user.js';

@ApiTags('session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly users: UsersService,
    private readonly browser: BrowserSession,
    private readonly oidc: OidcOptions,
  ) {}

  @Post()
  @Public()
  @ApiOperation({ summary: 'Sign in with address and password; the session is a cookie', operationId: 'signIn' })
  @ApiCreatedResponse({ standardSchema: sessionView })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  @ApiResponse(problemResponse(401, 'address and password do not fit'))
  @ApiResponse(problemResponse(403, 'the request comes from another site'))
  @ApiResponse(problemResponse(429, 'too many sign-ins with this address failed'))
  async signIn(@Req() request: FastifyRequest, @Body({ schema: signIn }) { email, password, organisation }: SignIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    this.browser.refuseOtherSites(request);
    const opened = await this.sessions.signIn(organisation ?? firstOrganisation, email, password);
    this.browser.give(reply, opened.token);
    return viewOfSession(opened);
  }

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'Who is signed in, and the CSRF token', operationId: 'getSession' })
  @ApiOkResponse({ standardSchema: sessionView })
  async read(@Req() request: FastifyRequest): Promise<SessionView> {
    const token = this.tokenOf(request);
    const user = await this.sessions.userOf(token);
    if (user === undefined) throw new DomainError('not-signed-in', 'the session has ended; sign in again');
    return viewOfSession({ token, user });
  }

  @Get('ways')
  @Public()
  @ApiOperation({ summary: 'How people sign in here', operationId: 'listSignInWays' })
  @ApiOkResponse({ standardSchema: signInWays })
  ways(): SignInWays {
    return { password: true, oidc: this.oidc.settings !== undefined };
  }

  @Delete()
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ summary: 'Sign out', operationId: 'signOut' })
  @ApiNoContentResponse({ description: 'the session has ended' })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.close(this.tokenOf(request));
    this.browser.take(reply);
  }

  @Put('password')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ summary: "Set one's own password; every other session ends", operationId: 'setPassword' })
  @ApiNoContentResponse({ description: 'the password is set' })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  async setPassword(@Asker() asker: Principal, @Req() request: FastifyRequest, @Body({ schema: newPassword }) wanted: NewPassword): Promise<void> {
    await this.users.setPassword(asker, wanted, tokenDigest(this.tokenOf(request)));
  }

  /** A key is not a session: it signs nobody out and has no password. */
  private tokenOf(request: FastifyRequest): string {
    const token = this.browser.tokenOf(request);
    if (token === undefined || request.headers.authorization !== undefined) throw new DomainError('not-allowed', 'an API key has no session; sign in with a browser');
    return token;
  }
}

function viewOfSession({ token, user }: OpenedSession): SessionView {
  return { user: viewOfUser(user), permissions: [...principalOfUser(user).permissions], csrfToken: csrfToken(token) };
}

import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { PublicAddress } from '../platform/http/public-address.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { recordId } from '../platform/http/record-id.js';
import { madeUser, newUser, signInLink, userChange, userList, userView, type MadeUser, type NewUser, type SignInLink, type UserChange, type UserView } from './user-shapes.js';
import { UsersService, type MintedLink } from './users.service.js';
import { viewOfUser } from './view-of-user.js';

@ApiTags('access')
@Controller('api/v1/users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly address: PublicAddress,
  ) {}

  @Post()
  @Requires('user:manage')
  @ApiOperation({ summary: 'Add a person; the answer carries a sign-in link, told once', operationId: 'createUser' })
  @ApiCreatedResponse({ standardSchema: madeUser })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  @ApiResponse(problemResponse(409, 'the address is taken'))
  async add(@Asker() asker: Principal, @Body({ schema: newUser }) wanted: NewUser): Promise<MadeUser> {
    const { user, link } = await this.users.add(asker, wanted);
    return { user: viewOfUser(user), ...this.shown(link) };
  }

  @Get()
  @Requires('user:manage')
  @ApiOperation({ summary: 'Every person', operationId: 'listUsers' })
  @ApiOkResponse({ standardSchema: userList })
  async list(@Asker() asker: Principal): Promise<{ readonly items: readonly UserView[]; readonly total: number }> {
    const items = (await this.users.list(asker)).map(viewOfUser);
    return { items, total: items.length };
  }

  @Get(':id')
  @Requires('user:manage')
  @ApiOperation({ summary: 'One person', operationId: 'getUser' })
  @ApiOkResponse({ standardSchema: userView })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such person'))
  async read(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<UserView> {
    return viewOfUser(await this.users.read(asker, id));
  }

  @Patch(':id')
  @Requires('user:manage')
  @ApiOperation({ summary: 'Change name, roles, units or state of a person', operationId: 'changeUser' })
  @ApiOkResponse({ standardSchema: userView })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  @ApiResponse(problemResponse(404, 'no such person'))
  @ApiResponse(problemResponse(409, 'no administrator would be left'))
  async change(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string, @Body({ schema: userChange }) change: UserChange): Promise<UserView> {
    return viewOfUser(await this.users.change(asker, id, change));
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('user:manage')
  @ApiOperation({ summary: 'Erase a person; the id stays in the log', operationId: 'eraseUser' })
  @ApiNoContentResponse({ description: 'nothing tells any more who the person was' })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such person'))
  @ApiResponse(problemResponse(409, 'no administrator would be left'))
  erase(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<void> {
    return this.users.erase(asker, id);
  }

  @Post(':id/sign-in-link')
  @Requires('user:manage')
  @ApiOperation({ summary: 'Make another sign-in link for a person', operationId: 'createSignInLink' })
  @ApiCreatedResponse({ standardSchema: signInLink })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such person'))
  async link(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<SignInLink> {
    return this.shown(await this.users.makeLink(asker, id));
  }

  private shown({ token, expiresAt }: MintedLink): SignInLink {
    return { link: this.address.signInLink(token), expiresAt: expiresAt.toISOString() };
  }
}

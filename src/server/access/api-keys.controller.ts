import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { recordId } from '../platform/http/record-id.js';
import { apiKeyList, madeApiKey, newApiKey, type ApiKeyView, type MadeApiKey, type NewApiKey } from './api-key-shapes.js';
import { ApiKeysService } from './api-keys.service.js';

@ApiTags('access')
@Controller('api/v1/keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Post()
  @Requires('key:manage')
  @ApiOperation({ summary: 'Make an API key; it is told once', operationId: 'createApiKey' })
  @ApiCreatedResponse({ standardSchema: madeApiKey })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  make(@Asker() asker: Principal, @Body({ schema: newApiKey }) wanted: NewApiKey): Promise<MadeApiKey> {
    return this.keys.make(asker, wanted);
  }

  @Get()
  @Requires('key:manage')
  @ApiOperation({ summary: 'Every API key, without its text', operationId: 'listApiKeys' })
  @ApiOkResponse({ standardSchema: apiKeyList })
  async list(@Asker() asker: Principal): Promise<{ readonly items: readonly ApiKeyView[]; readonly total: number }> {
    const items = await this.keys.list(asker);
    return { items, total: items.length };
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('key:manage')
  @ApiOperation({ summary: 'End an API key', operationId: 'revokeApiKey' })
  @ApiNoContentResponse({ description: 'the key has ended' })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such key'))
  revoke(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<void> {
    return this.keys.revoke(asker, id);
  }
}

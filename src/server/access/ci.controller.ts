import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Public } from '../platform/authorization/public.decorator.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { recordId } from '../platform/http/record-id.js';
import { CiAccessService } from './ci-access.service.js';
import { ciAccess, ciExchange, ciTrustList, ciTrustView, newCiTrust, type CiAccess, type CiExchange, type CiTrustList, type CiTrustView, type NewCiTrust } from './ci-shapes.js';

@ApiTags('access')
@Controller('api/v1')
export class CiController {
  constructor(private readonly ci: CiAccessService) {}

  @Post('auth/ci/exchange')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Exchange the ID token of a job in GitHub Actions or GitLab CI for a key of 15 minutes', description: 'The token must be made for the address of this server as its audience, be younger than ten minutes, and counts once.', operationId: 'exchangeCiToken' })
  @ApiOkResponse({ standardSchema: ciAccess })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  @ApiResponse(problemResponse(401, 'the token is wrong, too old, for another server, or was taken before'))
  @ApiResponse(problemResponse(403, 'no rule trusts the job'))
  @ApiResponse(problemResponse(503, 'the issuer does not answer'))
  exchange(@Body({ schema: ciExchange }) wanted: CiExchange): Promise<CiAccess> {
    return this.ci.exchange(wanted);
  }

  @Post('ci-trusts')
  @Requires('key:manage')
  @ApiOperation({ summary: 'Trust the jobs of a repository in CI', description: 'The oldest rule that fits a job says what its key may do.', operationId: 'createCiTrust' })
  @ApiCreatedResponse({ standardSchema: ciTrustView })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  @ApiResponse(problemResponse(409, 'there are too many rules'))
  add(@Asker() asker: Principal, @Body({ schema: newCiTrust }) wanted: NewCiTrust): Promise<CiTrustView> {
    return this.ci.add(asker, wanted);
  }

  @Get('ci-trusts')
  @Requires('key:manage')
  @ApiOperation({ summary: 'Whose jobs in CI are trusted', operationId: 'listCiTrusts' })
  @ApiOkResponse({ standardSchema: ciTrustList })
  async list(@Asker() asker: Principal): Promise<CiTrustList> {
    const items = [...(await this.ci.list(asker))];
    return { items, total: items.length };
  }

  @Delete('ci-trusts/:id')
  @HttpCode(204)
  @Requires('key:manage')
  @ApiOperation({ summary: 'Trust a repository no longer; keys it was given end', operationId: 'removeCiTrust' })
  @ApiNoContentResponse({ description: 'the rule and its keys have ended' })
  @ApiResponse(problemResponse(400, 'the id is not a UUID'))
  @ApiResponse(problemResponse(404, 'no such rule'))
  remove(@Asker() asker: Principal, @Param('id', { schema: recordId }) id: string): Promise<void> {
    return this.ci.remove(asker, id);
  }
}

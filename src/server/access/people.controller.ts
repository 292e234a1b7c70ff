import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { peopleList, type PeopleList } from './user-shapes.js';
import { UsersService } from './users.service.js';

@ApiTags('access')
@Controller('api/v1/people')
export class PeopleController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Requires('finding:read')
  @ApiOperation({ summary: 'Names of the people whose ids stand in findings, waivers and histories', operationId: 'listPeople' })
  @ApiOkResponse({ standardSchema: peopleList })
  async list(@Asker() asker: Principal): Promise<PeopleList> {
    const items = (await this.users.list(asker)).map(({ id, name, state }) => ({ id, name, active: state === 'active' }));
    return { items, total: items.length };
  }
}

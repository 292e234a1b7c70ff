import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { flowMapView, type FlowMapView } from './flow-map-shapes.js';
import { RegisterQuestionsService } from './register-questions.service.js';

@ApiTags('register')
@Controller('api/v1/register/flow-map')
export class FlowMapController {
  constructor(private readonly questions: RegisterQuestionsService) {}

  @Get()
  @Requires('register:read')
  @ApiOperation({ summary: 'Where the data flows of the register go, by jurisdiction', description: 'Who reads the records of some units only is shown the flows of their deployments.', operationId: 'getFlowMap' })
  @ApiOkResponse({ standardSchema: flowMapView })
  @ApiResponse(problemResponse(422, 'the register names facts that are missing'))
  @ApiResponse(problemResponse(503, 'too many checks are waiting'))
  read(@Asker() asker: Principal): Promise<FlowMapView> {
    return this.questions.flows(asker);
  }
}

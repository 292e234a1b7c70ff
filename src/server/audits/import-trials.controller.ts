import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Asker } from '../platform/authorization/asker.decorator.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Requires } from '../platform/authorization/requires.decorator.js';
import { problemResponse } from '../platform/http/problem-response.js';
import { importTrial, importTrialRequest, type ImportTrial, type ImportTrialRequest } from './import-trial-shapes.js';
import { ImportTrialsService } from './import-trials.service.js';

@ApiTags('register')
@Controller('api/v1/register/imports')
export class ImportTrialsController {
  constructor(private readonly trials: ImportTrialsService) {}

  @Post('trial')
  @HttpCode(200)
  @Requires('register:write')
  @ApiOperation({ summary: 'What the packs in force would say of one deployment if files were imported', description: 'Laid over the register as it stands, in place of files at the same paths. Keeps nothing.', operationId: 'tryImport' })
  @ApiOkResponse({ standardSchema: importTrial })
  @ApiResponse(problemResponse(400, 'the body does not fit the schema'))
  @ApiResponse(problemResponse(403, 'a record that the files name is not of the asker’s units alone'))
  @ApiResponse(problemResponse(413, 'the body is too large'))
  @ApiResponse(problemResponse(422, 'a file cannot be read without an error, there is no such deployment or it has too many flows to show, the files name packs or facts, or the register names facts that are missing'))
  @ApiResponse(problemResponse(503, 'too many checks are waiting'))
  try(@Asker() asker: Principal, @Body({ schema: importTrialRequest }) request: ImportTrialRequest): Promise<ImportTrial> {
    return this.trials.try(asker, request);
  }
}

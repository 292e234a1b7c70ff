/** Writes docs/openapi.json, and from it the types of the pages, from the built server without starting it. The build fails where a route does not say enough of itself. */
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from '../dist/src/server/app.module.js';
import { apiDocument } from '../dist/src/server/platform/http/describe-api.js';
import { typesOfApi } from './types-of-api.mjs';

const nothing = { platform: { appUrl: 'postgres://nobody@localhost/nothing', pool: 1 }, checks: { workers: 1, script: new URL('file:///nothing') }, jobs: { atOnce: 0 } };
const app = await NestFactory.create(AppModule.with(nothing), new FastifyAdapter(), { preview: true, abortOnError: false, logger: ['error'] });
const document = apiDocument(app);

const saysOne = (schema) => schema?.example !== undefined || (schema?.$ref !== undefined && saysOne(document.components.schemas[schema.$ref.split('/').at(-1)])) || schema?.anyOf?.every(saysOne) === true;
const hasExample = ({ example, schema }) => example !== undefined || saysOne(schema);
const lacking = [];
for (const [path, methods] of Object.entries(document.paths))
  for (const [method, { operationId, summary, tags, requestBody, responses }] of Object.entries(methods)) {
    const name = `${method.toUpperCase()} ${path}`;
    if (!operationId || !summary || !tags?.length) lacking.push(`${name} has no operationId, summary or tag; add @ApiOperation and @ApiTags`);
    for (const [what, body] of [['body', requestBody], ...Object.entries(responses)])
      if (body?.content?.['application/json'] && !hasExample(body.content['application/json'])) lacking.push(`${name}: ${what} has no example; give one to the meta of its schema`);
  }
if (lacking.length > 0) throw new Error(`the API does not say enough of itself:\n${lacking.join('\n')}`);
writeFileSync('docs/openapi.json', `${JSON.stringify(document, null, 2)}\n`);
writeFileSync('src/web/api/openapi.d.ts', await typesOfApi(document));

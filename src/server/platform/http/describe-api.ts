import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { problemDocument } from '../problem/problem-document.js';

/** Serves OpenAPI 3.1 at /api/openapi.json and a page to read it at /api/docs. */
export function describeApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => apiDocument(app), { jsonDocumentUrl: 'api/openapi.json', customSiteTitle: 'Domicile API' });
}

export function apiDocument(app: NestFastifyApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Domicile')
    .setDescription('Audits AI model deployments for data sovereignty. Every problem is an RFC 9457 document with a stable code.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'an API key' })
    .addCookieAuth('domicile', { type: 'apiKey', in: 'cookie', description: 'a session; changes also need X-CSRF-Token' })
    .build();
  const document = SwaggerModule.createDocument(app, settings);
  const { $schema: _dialect, id: _id, ...problem } = z.toJSONSchema(problemDocument);
  return { ...document, components: { ...document.components, schemas: { ...document.components?.schemas, Problem: problem as object } } };
}

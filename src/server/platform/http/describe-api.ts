import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { problemDocument } from '../problem/problem-document.js';
import { completeApi } from './complete-api.js';

/** Serves OpenAPI 3.1 at /api/openapi.json and a page to read it at /api/docs. */
export function describeApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => apiDocument(app), { jsonDocumentUrl: 'api/openapi.json', customSiteTitle: 'Domicile API' });
}

export function apiDocument(app: NestFastifyApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Domicile')
    .setDescription('Audits AI model deployments for data sovereignty. Every problem is an RFC 9457 document with a stable code.')
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'an API key' })
    .addCookieAuth('domicile', { type: 'apiKey', in: 'cookie', description: 'a session; changes also need X-CSRF-Token' })
    .build();
  const document = SwaggerModule.createDocument(app, settings, { standardSchemaConverter: (schema, { schemaType }) => (schema instanceof z.ZodType ? converted(schema, schemaType) : undefined) });
  const { components } = converted(problemDocument, 'output');
  return completeApi({ ...document, components: { ...document.components, schemas: { ...document.components?.schemas, ...components } } });
}

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

/** JSON Schema 2020-12, which is that of OpenAPI 3.1; schemas with an id become components. */
function converted(schema: z.ZodType, io: 'input' | 'output'): { readonly schema: Schema; readonly components: Record<string, Schema> } {
  const { $defs: definitions = {}, ...own } = z.toJSONSchema(z.object({ schema }), { io, target: 'draft-2020-12' });
  return { schema: (own.properties?.['schema'] ?? {}) as Schema, components: definitions as Record<string, Schema> };
}

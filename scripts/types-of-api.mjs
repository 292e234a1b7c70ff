import openapiTS, { astToString } from 'openapi-typescript';

/** What an OpenAPI document says of its schemas, as TypeScript. */
export async function typesOfApi({ openapi, info, components }) {
  const schemas = Object.fromEntries(Object.entries(components.schemas).map(([name, schema]) => [name, { ...schema, example: undefined }]));
  const types = await openapiTS({ openapi, info, paths: {}, components: { schemas } }, { immutable: true });
  return `/** Generated from docs/openapi.json by the build. */\n${astToString(types)}`;
}

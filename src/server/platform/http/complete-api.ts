import { STATUS_CODES } from 'node:http';
import { type OpenAPIObject } from '@nestjs/swagger';
import { DomainError } from '../problem/domain-error.js';
import { problemExamples } from '../problem/problem-examples.js';
import { problemOf } from '../problem/problem-of.js';
import { problemTypes, type ProblemCode } from '../problem/problem-types.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Responses = Operation['responses'];
type Response = Exclude<Responses[string], { readonly $ref: string } | undefined>;

const problemMedia = 'application/problem+json';
const requestOfExample = '01990000-0000-7000-8000-000000000001';
const codes = Object.keys(problemTypes) as ProblemCode[];
const headers = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } };

/** Problems that any route can answer with, or any that takes a body; a route that says more of one keeps its own words. */
const anywhere = { 500: 'the server failed', 503: 'the server is stopping, or its database does not answer' };
const withBody = { 400: 'the body cannot be read or does not fit the schema', 413: 'the body is too large', 415: 'the body has a type that is not read here' };

/** Says of every response what it carries: the id of the request, and for a problem the codes it can have, each with an example. */
export function completeApi(document: OpenAPIObject): OpenAPIObject {
  const { components } = document;
  return {
    ...document,
    paths: Object.fromEntries(Object.entries(document.paths).map(([path, methods]) => [path, Object.fromEntries(Object.entries(methods as Record<string, Operation>).map(([method, operation]) => [method, completed(method === 'post' && operation.security !== undefined ? withIdempotencyKey(operation) : operation)]))])),
    components: {
      ...components,
      schemas: { ...components?.schemas, ...Object.fromEntries([...new Set(codes.map(statusOf))].map((status) => [`Problem${status}`, problemOfStatus(status)])) },
      examples: Object.fromEntries(codes.map((code) => [code, { value: problemOf(new DomainError(code, problemExamples[code]), requestOfExample) }])),
      headers: { RequestId: { description: 'id of the request, as in the log; the one that was sent where it is 8 to 64 plain characters', schema: { type: 'string' } } },
    },
  };
}

const idempotencyKey = { name: 'Idempotency-Key', in: 'header' as const, required: false, description: '1 to 200 visible ASCII characters, such as a UUID: sent again within a day with the same request, it is answered alike and nothing is done twice; with another request it is a conflict', schema: { type: 'string' as const, pattern: '^[!-~]{1,200}$' } };
const keyConflict = { description: 'the Idempotency-Key came before with another request, or with one that is still being answered', content: { [problemMedia]: {} } };

function withIdempotencyKey(operation: Operation): Operation {
  return { ...operation, parameters: [...(operation.parameters ?? []), idempotencyKey], responses: { 400: { description: 'the Idempotency-Key is wrong', content: { [problemMedia]: {} } }, 409: keyConflict, ...operation.responses } };
}

function completed(operation: Operation): Operation {
  const implied = { ...anywhere, ...(operation.requestBody === undefined ? {} : withBody) };
  const described = Object.fromEntries(Object.entries(implied).map(([status, description]): [string, Response] => [status, { description, content: { [problemMedia]: {} } }]));
  return { ...operation, responses: Object.fromEntries(Object.entries({ ...described, ...operation.responses }).map(([status, response]) => [status, fullResponse(status, response as Response)])) };
}

function fullResponse(status: string, response: Response): Response {
  const content = response.content?.[problemMedia] === undefined ? response.content : { ...response.content, [problemMedia]: problemContent(Number(status)) };
  return { ...response, description: response.description === '' ? (STATUS_CODES[status] ?? '') : response.description, headers: { ...response.headers, ...headers }, ...(content === undefined ? {} : { content }) };
}

function problemContent(status: number): NonNullable<Response['content']>[string] {
  return { schema: { $ref: `#/components/schemas/Problem${status}` }, examples: Object.fromEntries(codes.filter((code) => statusOf(code) === status).map((code) => [code, { $ref: `#/components/examples/${code}` }])) };
}

function problemOfStatus(status: number): NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string] {
  return { allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { status: { type: 'integer', enum: [status] }, code: { type: 'string', enum: codes.filter((code) => statusOf(code) === status) } } }] };
}

const statusOf = (code: ProblemCode): number => problemTypes[code].status;

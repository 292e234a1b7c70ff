import { type NestFastifyApplication } from '@nestjs/platform-fastify';

/** One line per answer: id, method, route as written in the code, status and duration. No address, query, header or body. */
export function logRequests(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    request.log.info({ method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });
}

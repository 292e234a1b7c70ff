import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DomainError } from '../problem/domain-error.js';
import { sendProblem } from '../problem/send-problem.js';

const told = /^\/(health\/\w+|metrics)$/;

/** Lets a process answer how it is, and nothing else. */
export function serveHealthOnly(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      if (told.test(request.routeOptions.url ?? '')) done();
      else sendProblem(new DomainError('unknown-route', 'this process works on jobs and serves no API; ask one that was started with start'), request, reply);
    });
}

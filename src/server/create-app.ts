import { type IncomingMessage } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { type Logger } from 'pino';
import { AppModule, type AppOptions } from './app.module.js';
import { uuidV7 } from './platform/database/uuid-v7.js';
import { keepAnswers } from './platform/idempotency/keep-answers.js';
import { describeApi } from './platform/http/describe-api.js';
import { logRequests } from './platform/http/log-requests.js';
import { parseJsonBody } from './platform/http/parse-json-body.js';
import { servePages } from './platform/http/serve-pages.js';
import { NestLogger } from './platform/logging/nest-logger.js';
import { sendProblem } from './platform/problem/send-problem.js';

export interface CreateAppOptions extends AppOptions {
  readonly logger: Logger;
  /** Largest request body, in bytes. */
  readonly bodyLimit: number;
  /** Folder of the built pages. */
  readonly pages: string;
}

const requestIdForm = /^[\w.-]{8,64}$/;

/** The HTTP application, ready to listen. */
export async function createApp({ logger, bodyLimit, pages, platform, checks, jobs, oidc, signers, pulls, delivery, deploymentsAtOnce }: CreateAppOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: sendProblem,
    bodyLimit,
    requestIdHeader: false,
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && requestIdForm.test(given) ? given : uuidV7(platform.clock.now().getTime());
    },
    routerOptions: { maxParamLength: 1000 },
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with({ platform, checks, jobs, logger, oidc, ...(signers === undefined ? {} : { signers }), ...(pulls === undefined ? {} : { pulls }), ...(delivery === undefined ? {} : { delivery }), ...(deploymentsAtOnce === undefined ? {} : { deploymentsAtOnce }) }), adapter, { logger: new NestLogger(logger), bodyParser: false, abortOnError: false });
  adapter.getInstance().removeContentTypeParser('text/plain');
  app.useBodyParser('application/json', { bodyLimit }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(body.toString('utf8')));
    } catch (error) {
      done(error as Error, undefined);
    }
  });
  app.useBodyParser('application/pdf', { bodyLimit }, (_request, body, done) => done(null, body));
  app.useSecurityHeaders({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: "'self'", baseUri: "'none'", formAction: "'self'", frameAncestors: "'none'", imgSrc: ["'self'", 'data:'], objectSrc: "'none'", scriptSrc: "'self'", styleSrc: ["'self'", "'unsafe-inline'"] } },
    strictTransportSecurity: false,
  });
  logRequests(app);
  keepAnswers(app);
  describeApi(app);
  await servePages(app, pages);
  return app;
}

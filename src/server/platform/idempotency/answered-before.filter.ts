import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { AnsweredBefore } from './answered-before.js';

/** Answers as before, byte for byte. */
@Catch(AnsweredBefore)
export class AnsweredBeforeFilter implements ExceptionFilter<AnsweredBefore> {
  catch({ answer: { status, headers, body } }: AnsweredBefore, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    reply.code(status).headers(headers).header('idempotent-replayed', 'true').send(body.length === 0 ? undefined : Buffer.from(body));
  }
}

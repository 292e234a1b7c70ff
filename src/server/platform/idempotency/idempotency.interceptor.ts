import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { catchError, Observable } from 'rxjs';
import { principalOf } from '../authorization/principal-of.js';
import { publicRoute } from '../authorization/public.decorator.js';
import { OrganisationScope } from '../database/organisation-scope.js';
import { AnsweredBefore } from './answered-before.js';
import { KeptAnswers } from './kept-answers.js';
import { ownKeysRoute } from './own-idempotency-keys.decorator.js';
import { readIdempotencyKey } from './read-idempotency-key.js';

/** Lets a POST with an Idempotency-Key happen once: what it changes and the answer that is kept are one transaction, which `keepAnswers` ends. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly answers: KeptAnswers,
    private readonly scope: OrganisationScope,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const is = (mark: symbol): boolean => this.reflector.get<boolean | undefined>(mark, context.getHandler()) === true;
    if (request.method !== 'POST' || is(publicRoute) || is(ownKeysRoute)) return next.handle();
    const key = readIdempotencyKey(request.headers['idempotency-key'] as string | undefined);
    if (key === undefined) return next.handle();
    const begun = await this.answers.begin(request, principalOf(request), key);
    if ('status' in begun) throw new AnsweredBefore(begun);
    const { held } = begun;
    return new Observable<unknown>((subscriber) => this.scope.within(held, () => next.handle().subscribe(subscriber))).pipe(
      catchError(async (error: unknown) => {
        await held.end('roll back');
        throw error;
      }),
    );
  }
}

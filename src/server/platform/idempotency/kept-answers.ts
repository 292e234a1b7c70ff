import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { canonicalJson } from '../../../core/inventory/canonical-json.js';
import { type Principal } from '../authorization/principal.js';
import { Clock } from '../clock/clock.js';
import { OrganisationScope, type HeldTransaction } from '../database/organisation-scope.js';
import { digestOf } from '../jobs/digest-of.js';
import { DomainError } from '../problem/domain-error.js';
import { openAnswer, sealAnswer, type Answer } from './sealed-answer.js';

/** Longest wait for a request with the same key that is still being answered, in milliseconds. */
const patience = 20_000;
const keptMilliseconds = 24 * 60 * 60 * 1000;
const lockTimeout = '55P03';

/** A request whose change and whose kept answer are one transaction. */
export interface KeyedRequest {
  readonly held: HeldTransaction;
  readonly digest: Buffer;
  readonly secret: string;
}

/** Answers by Idempotency-Key, for a day: the same request again is answered alike and does nothing. */
@Injectable()
export class KeptAnswers {
  private readonly keyed = new WeakMap<FastifyRequest, KeyedRequest>();

  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins the one transaction of a request, or tells how it was answered before. Of two at once the second waits for the first.
   *
   * @throws DomainError `conflict` where the key came with another request, or with one that is still being answered
   */
  async begin(request: FastifyRequest, asker: Principal, key: string): Promise<Answer | KeyedRequest> {
    const { organisationId } = asker;
    const route = `${request.method} ${request.routeOptions.url ?? request.url}`;
    const secret = canonicalJson([asker.kind, asker.id, route, key]);
    const digest = createHash('sha256').update(secret).digest();
    const requestDigest = digestOf(canonicalJson([request.url, String(request.headers['if-match'] ?? ''), bodyDigest(request.body)]));
    const held = await this.scope.hold(organisationId);
    try {
      const before = await this.claim(held, digest, requestDigest);
      if (before === undefined) {
        const begun = { held, digest, secret };
        this.keyed.set(request, begun);
        return begun;
      }
      await held.end('roll back');
      if (before.request_digest !== requestDigest) throw new DomainError('conflict', 'the Idempotency-Key came before with another request; send another key');
      return openAnswer(before.answer, secret);
    } catch (error) {
      await held.end('roll back');
      if (typeof error === 'object' && error !== null && 'code' in error && error.code === lockTimeout) throw new DomainError('conflict', 'a request with this Idempotency-Key is still being answered; send it again in a moment', { cause: error, retryAfter: 5 });
      throw error;
    }
  }

  /** Whether the request waits for its answer to be kept. */
  of(request: FastifyRequest): KeyedRequest | undefined {
    const keyed = this.keyed.get(request);
    return keyed?.held.open === true ? keyed : undefined;
  }

  /** Keeps the answer and ends the transaction, both or neither; an answer that is a problem ends it without a trace. */
  async finish({ held, digest, secret }: KeyedRequest, answer: Answer): Promise<void> {
    if (answer.status >= 400) return held.end('roll back');
    try {
      await held.manager.query('UPDATE kept_answers SET answer = $3 WHERE organisation_id = $1 AND digest = $2', [held.organisationId, digest, sealAnswer(answer, secret)]);
      await held.end('commit');
    } catch (error) {
      await held.end('roll back');
      throw error;
    }
  }

  private async claim({ manager, organisationId }: HeldTransaction, digest: Buffer, requestDigest: string): Promise<{ readonly request_digest: string; readonly answer: Buffer } | undefined> {
    const now = this.clock.now();
    await manager.query("SELECT set_config('lock_timeout', $1, true)", [`${patience}ms`]);
    await manager.query('DELETE FROM kept_answers WHERE organisation_id = $1 AND digest IN (SELECT digest FROM kept_answers WHERE organisation_id = $1 AND created_at <= $3 ORDER BY digest <> $2 LIMIT 100 FOR UPDATE SKIP LOCKED)', [organisationId, digest, new Date(now.getTime() - keptMilliseconds)]);
    const made: unknown[] = await manager.query('INSERT INTO kept_answers (organisation_id, digest, request_digest, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING 1', [organisationId, digest, requestDigest, now]);
    await manager.query("SELECT set_config('lock_timeout', '0', true)");
    if (made.length > 0) return undefined;
    const [before]: { request_digest: string; answer: Buffer }[] = await manager.query('SELECT request_digest, answer FROM kept_answers WHERE organisation_id = $1 AND digest = $2', [organisationId, digest]);
    if (before === undefined) throw new Error('a kept answer is gone while it was read');
    return before;
  }
}

function bodyDigest(body: unknown): string {
  if (body === undefined || body === null) return '';
  return digestOf(Buffer.isBuffer(body) ? body : canonicalJson(body));
}

import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type DecideCase } from '../../core/decision/record/decide-case.js';
import { WorkerPool } from '../platform/threads/worker-pool.js';
import { type DecisionAnswer, type DecisionTask } from './decision-task.js';

/** Reads cases and works out their records, away from the event loop. */
@Injectable()
export class DecisionThreadsService implements OnModuleDestroy {
  constructor(private readonly pool: WorkerPool<DecisionTask, DecisionAnswer>) {}

  async onModuleDestroy(): Promise<void> {
    await this.pool.close();
  }

  /** @throws DomainError `invalid-request` with the place of everything that is wrong */
  async inputsOf(given: { readonly text: string } | { readonly value: unknown }): Promise<DecideCase> {
    const answer = await this.pool.run('text' in given ? { kind: 'read', text: given.text } : { kind: 'take', value: given.value });
    if (answer.kind !== 'inputs') throw new Error('the worker answered another question');
    return answer.given;
  }

  /** The record of approved inputs, or of a what-if, as `domicile decide --format json` prints it. @throws DomainError `conflict` where there is none */
  async recordOf(given: DecideCase, whatIf = false): Promise<string> {
    const answer = await this.pool.run({ kind: 'decide', given, whatIf });
    if (answer.kind !== 'record') throw new Error('the worker answered another question');
    return answer.json;
  }
}

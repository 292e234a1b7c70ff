import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

const enter = "SELECT set_config('app.organisation', $1, true)";

/** One transaction around several pieces of work, until it is ended. */
export interface HeldTransaction {
  readonly organisationId: string;
  readonly manager: EntityManager;
  readonly open: boolean;
  end(how: 'commit' | 'roll back'): Promise<void>;
}

/** Runs work inside one organisation: one transaction whose setting row-level security reads, gone with its end. Without it every table is empty. */
@Injectable()
export class OrganisationScope {
  private readonly held = new AsyncLocalStorage<HeldTransaction>();

  constructor(private readonly source: DataSource) {}

  /** In a transaction of its own; within a held one, in that. */
  run<T>(organisationId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const held = this.held.getStore();
    if (held?.open === true && held.organisationId === organisationId) return work(held.manager);
    return this.source.transaction(async (manager) => {
      await manager.query(enter, [organisationId]);
      return work(manager);
    });
  }

  /** In a transaction of its own, also within a held one: what it writes others see at once, and it stays when the held one is rolled back. */
  apart<T>(organisationId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.held.exit(() => this.run(organisationId, work));
  }

  /** Begins a transaction that whoever holds it must end. */
  async hold(organisationId: string): Promise<HeldTransaction> {
    const runner = this.source.createQueryRunner();
    let open = true;
    try {
      await runner.startTransaction();
      await runner.query(enter, [organisationId]);
    } catch (error) {
      await runner.release();
      throw error;
    }
    return {
      organisationId,
      manager: runner.manager,
      get open() {
        return open;
      },
      end: async (how) => {
        if (!open) return;
        open = false;
        try {
          await (how === 'commit' ? runner.commitTransaction() : runner.rollbackTransaction());
        } finally {
          await runner.release();
        }
      },
    };
  }

  /** Lets everything that `work` begins run in the held transaction. */
  within<T>(held: HeldTransaction, work: () => T): T {
    return this.held.run(held, work);
  }

  /** Goes into an organisation in a transaction that begins outside of all. */
  async enter(manager: EntityManager, organisationId: string): Promise<void> {
    await manager.query(enter, [organisationId]);
  }
}

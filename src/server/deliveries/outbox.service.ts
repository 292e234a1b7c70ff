import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { uuidV7 } from '../platform/database/uuid-v7.js';
import { type WantedJob } from '../platform/jobs/job-kind.js';
import { type Recipient } from './recipient.js';
import { DeliveryEntity } from './delivery.entity.js';
import { type Message } from './message.js';

export type { Message } from './message.js';

/** Kind of the job that brings one message to one recipient. */
export const deliveryJob = 'delivery';

/** Takes messages that are to be delivered. */
@Injectable()
export class OutboxService {
  constructor(private readonly clock: Clock) {}

  /** Leaves a message for each recipient, in the transaction of what it tells of: both happen or neither. */
  async leave(manager: EntityManager, organisationId: string, origin: string, message: Message, recipients: readonly Recipient[], ask: (manager: EntityManager, wanted: WantedJob) => Promise<unknown>): Promise<void> {
    const createdAt = this.clock.now();
    for (const recipient of recipients) {
      const id = uuidV7(createdAt.getTime());
      await manager.insert(DeliveryEntity, { organisationId, id, origin, recipient, message: message as object, state: 'waiting', attempts: [], createdAt, endedAt: null });
      await ask(manager, { kind: deliveryJob, input: { delivery: id } });
    }
  }
}

import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { z } from 'zod';
import { canonicalJson } from '../../core/inventory/canonical-json.js';
import { ReportStoreService } from '../audits/report-store.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { Clock } from '../platform/clock/clock.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { PublicAddress } from '../platform/http/public-address.js';
import { digestOf } from '../platform/jobs/digest-of.js';
import { type JobContext, type JobDescription, type JobKind, type JobResult, type JobStop, type StoreResult } from '../platform/jobs/job-kind.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { sendEmail } from './channels/send-email.js';
import { sendWebhook } from './channels/send-webhook.js';
import { type Sending } from './channels/sending.js';
import { writeToFolder } from './channels/write-to-folder.js';
import { DeliveryOptions } from './delivery-options.js';
import { type DeliveryAttempt } from './delivery-shapes.js';
import { DeliveryEntity } from './delivery.entity.js';
import { deliveryJob } from './outbox.service.js';
import { RecipientsService, type Way } from './recipients.service.js';

const deliveryInput = z.strictObject({ delivery: z.uuid() });

type DeliveryInput = z.output<typeof deliveryInput>;

/** Brings one message to one recipient: at least once, under one id, and never again once it is written down that it arrived. */
@Injectable()
export class DeliveryJobService implements JobKind<DeliveryInput> {
  static readonly description: JobDescription<DeliveryInput> = { id: deliveryJob, permission: 'audit:read', readPermission: 'delivery:manage', input: deliveryInput, mostAttempts: 60 };

  constructor(
    private readonly scope: OrganisationScope,
    private readonly clock: Clock,
    private readonly address: PublicAddress,
    private readonly options: DeliveryOptions,
    private readonly recipients: RecipientsService,
    private readonly reports: ReportStoreService,
  ) {}

  async run({ delivery: id }: DeliveryInput, { asker, attempt, signal }: JobContext): Promise<StoreResult> {
    const { organisationId } = asker;
    const { state, message, recipient } = await this.find(organisationId, id);
    if (state !== 'waiting') throw new DomainError('conflict', `the delivery is ${state} already`);
    try {
      const way = await this.recipients.wayTo(asker, recipient, message.needs);
      const link = message.path === undefined || this.address.known === undefined ? undefined : `${this.address.known}${message.path}`;
      const pdf = message.report === undefined ? undefined : await this.reports.read(asker, message.report.id);
      const note = await send(way, { id, message, pdf, link, now: this.clock.now(), signal });
      return (manager) => this.arrived(manager, organisationId, id, note);
    } catch (error) {
      signal.throwIfAborted();
      throw this.again(error, attempt);
    }
  }

  async stopped(manager: EntityManager, { delivery }: DeliveryInput, { organisationId, state, why }: JobStop): Promise<void> {
    await this.note(manager, organisationId, delivery, { outcome: 'failed', note: why?.message ?? 'its job was cancelled' }, state === 'waiting' ? 'waiting' : 'dead');
  }

  async read({ organisationId }: Principal, id: string): Promise<Uint8Array> {
    const { attempts } = await this.find(organisationId, id);
    return Buffer.from(canonicalJson(attempts));
  }

  private again(error: unknown, attempt: number): unknown {
    if (!(error instanceof DomainError) || error.code !== 'unavailable') return error;
    const wait = this.options.channels.retrySeconds[attempt - 1];
    if (wait === undefined) return new DomainError('delivery-refused', `given up after ${attempt} attempts: ${error.message}`, { cause: error });
    return new DomainError('unavailable', error.message, { retryAfter: Math.max(wait, error.retryAfter ?? 0), cause: error });
  }

  private async arrived(manager: EntityManager, organisationId: string, id: string, said: string): Promise<JobResult> {
    const attempts = await this.note(manager, organisationId, id, { outcome: 'delivered', note: said }, 'delivered');
    const text = canonicalJson(attempts);
    return { reference: id, mediaType: 'application/json; charset=utf-8', digest: digestOf(text), size: Buffer.byteLength(text), location: `/api/v1/deliveries/${id}` };
  }

  private async note(manager: EntityManager, organisationId: string, id: string, attempt: Omit<DeliveryAttempt, 'at'>, state: DeliveryEntity['state']): Promise<readonly DeliveryAttempt[]> {
    const { attempts } = await manager.findOneByOrFail(DeliveryEntity, { organisationId, id });
    const at = this.clock.now();
    const all = [...attempts, { at: at.toISOString(), ...attempt }];
    await manager.update(DeliveryEntity, { organisationId, id, state: 'waiting' }, { state, attempts: all, ...(state === 'waiting' ? {} : { endedAt: at }) });
    return all;
  }

  private find(organisationId: string, id: string): Promise<DeliveryEntity> {
    return this.scope.run(organisationId, (manager) => manager.findOneByOrFail(DeliveryEntity, { organisationId, id }));
  }
}

function send(way: Way, sending: Sending): Promise<string> {
  switch (way.kind) {
    case 'email':
      return sendEmail(way.channel, way.address, sending);
    case 'webhook':
      return sendWebhook(way.channel, sending);
    case 'folder':
      return writeToFolder(way.folder, sending);
  }
}

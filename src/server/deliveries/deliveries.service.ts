import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan, type EntityManager } from 'typeorm';
import { LogService } from '../log/log.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { systemPrincipal } from '../platform/authorization/system-principal.js';
import { OrganisationScope } from '../platform/database/organisation-scope.js';
import { JobDesk } from '../platform/jobs/job-desk.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { DeliveryOptions } from './delivery-options.js';
import { type ChannelList, type DeliveryPage, type DeliveryQuery, type DeliveryView } from './delivery-shapes.js';
import { DeliveryEntity } from './delivery.entity.js';
import { deliveryJob } from './outbox.service.js';

/** What went out, what waits and what was given up. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly scope: OrganisationScope,
    private readonly log: LogService,
    private readonly desk: JobDesk,
    private readonly options: DeliveryOptions,
  ) {}

  /** Deliveries of the organisation, newest first. */
  async list({ organisationId }: Principal, { state, origin, after, limit }: DeliveryQuery): Promise<DeliveryPage> {
    const fitting = { organisationId, ...(state === undefined ? {} : { state }), ...(origin === undefined ? {} : { origin }) };
    return this.scope.run(organisationId, async (manager) => {
      const found = await manager.find(DeliveryEntity, { where: { ...fitting, ...(after === undefined ? {} : { id: LessThan(after) }) }, order: { id: 'DESC' }, take: limit + 1 });
      const items = found.slice(0, limit).map(viewOfDelivery);
      return { items, total: await manager.countBy(DeliveryEntity, fitting), next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }

  /** @throws DomainError `unknown-record` */
  async read({ organisationId }: Principal, id: string): Promise<DeliveryView> {
    return this.scope.run(organisationId, async (manager) => viewOfDelivery(await this.find(manager, organisationId, id)));
  }

  /** Sends again what was given up, under the same id. @throws DomainError `unknown-record`, `conflict` where it waits or was delivered */
  async resend(asker: Principal, id: string): Promise<DeliveryView> {
    const { organisationId } = asker;
    return this.scope.run(organisationId, async (manager) => {
      const delivery = await this.find(manager, organisationId, id, true);
      if (delivery.state !== 'dead') throw new DomainError('conflict', `the delivery ${delivery.state === 'waiting' ? 'is still being tried' : 'was delivered'}; only one that was given up is sent again`);
      if (delivery.message.emptied === true) throw new DomainError('conflict', 'the text of the delivery was deleted, as the organisation keeps it no longer; there is nothing left to send');
      await manager.update(DeliveryEntity, { organisationId, id }, { state: 'waiting', endedAt: null });
      await this.desk.askWithin(manager, systemPrincipal(organisationId, id), { kind: deliveryJob, input: { delivery: id } });
      await this.log.append(manager, asker, 'delivery.resend', `delivery/${id}`);
      return viewOfDelivery({ ...delivery, state: 'waiting', endedAt: null });
    });
  }

  /** What was given up after an instant and was not sent again since. */
  async dead({ organisationId }: Principal, since: Date | undefined): Promise<readonly DeliveryView[]> {
    return this.scope.run(organisationId, async (manager) => (await manager.find(DeliveryEntity, { where: { organisationId, state: 'dead', ...(since === undefined ? {} : { endedAt: MoreThan(since) }) }, order: { id: 'ASC' } })).map(viewOfDelivery));
  }

  /** Names of the ways out; never an address or a secret. */
  channels(): ChannelList {
    const { email, webhooks, folders } = this.options.channels;
    return { email: email !== undefined, domains: [...(email?.domains ?? [])], webhooks: webhooks.map(({ name }) => name), folders: folders.map(({ name }) => name) };
  }

  private async find(manager: EntityManager, organisationId: string, id: string, locked = false): Promise<DeliveryEntity> {
    const found = await manager.findOne(DeliveryEntity, { where: { organisationId, id }, ...(locked ? { lock: { mode: 'pessimistic_write' } } : {}) });
    if (found === null) throw new DomainError('unknown-record', `there is no delivery ${id}; list the deliveries to find its id`);
    return found;
  }
}

function viewOfDelivery({ id, origin, recipient, message: { event, title }, state, attempts, createdAt, endedAt }: DeliveryEntity): DeliveryView {
  return { id, origin, event, title, recipient, state, attempts: [...attempts], createdAt: createdAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
}

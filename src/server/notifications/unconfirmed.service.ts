import { Injectable } from '@nestjs/common';
import { UsersService } from '../access/users.service.js';
import { RecipientsService, type Recipient } from '../deliveries/recipients.service.js';
import { type Principal } from '../platform/authorization/principal.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { ConfirmationsService } from '../register/confirmations.service.js';
import { type Happening } from './happening.js';

const needs = 'register:write';

/** Deployments that nobody has spoken of for long, each for the people of its units. */
@Injectable()
export class UnconfirmedService {
  constructor(
    private readonly confirmations: ConfirmationsService,
    private readonly users: UsersService,
    private readonly recipients: RecipientsService,
  ) {}

  async due(asker: Principal, before: Date): Promise<readonly Happening[]> {
    const due = await this.confirmations.due(asker, before);
    if (due.length === 0) return [];
    const people = await this.reachable(asker);
    return due.map(({ id, units, since }) => {
      const recipients = people.filter((person) => person.units.some((unit) => units.includes(unit))).map(({ recipient }) => recipient);
      return { kind: 'record-unconfirmed', event: `deployment/${id}/unconfirmed/${since.toISOString()}`, subject: `deployment/${id}`, title: `${id}: ${since.toISOString().slice(0, 10)}`, concerns: { recipients, needs } };
    });
  }

  /** People of units who can be sent to and may confirm; of the others the list tells. */
  private async reachable(asker: Principal): Promise<readonly { readonly units: readonly string[]; readonly recipient: Recipient }[]> {
    const found: { readonly units: readonly string[]; readonly recipient: Recipient }[] = [];
    for (const { id, units, state } of await this.users.list(asker)) {
      if (state !== 'active' || units.length === 0) continue;
      const recipient = { kind: 'user', id } as const;
      const way = await this.recipients.wayTo(asker, recipient, needs).catch((error: unknown) => {
        if (error instanceof DomainError && error.code === 'delivery-refused') return undefined;
        throw error;
      });
      if (way !== undefined) found.push({ units, recipient });
    }
    return found;
  }
}

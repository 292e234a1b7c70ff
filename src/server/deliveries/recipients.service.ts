import { Injectable } from '@nestjs/common';
import { PrincipalsService } from '../access/principals.service.js';
import { UsersService } from '../access/users.service.js';
import { type Permission } from '../platform/authorization/permission.js';
import { type Principal } from '../platform/authorization/principal.js';
import { type EmailChannel, type WebhookChannel } from '../platform/config/delivery-settings.js';
import { DomainError } from '../platform/problem/domain-error.js';
import { invalidField } from '../platform/problem/invalid-field.js';
import { DeliveryOptions } from './delivery-options.js';
import { recipients, type Recipient } from './recipient.js';

export type { Recipient } from './recipient.js';

type Organisation = Pick<Principal, 'organisationId'>;

/** Where a recipient is reached now, after it was looked at whether it may be. */
export type Way = { readonly kind: 'email'; readonly channel: EmailChannel; readonly address: string } | { readonly kind: 'webhook'; readonly channel: WebhookChannel } | { readonly kind: 'folder'; readonly folder: { readonly name: string; readonly path: string } };

/** Who may receive what: a person with the right to read it, an address of an allowed domain, what the deliveries file names. */
@Injectable()
export class RecipientsService {
  static readonly list = recipients;

  constructor(
    private readonly options: DeliveryOptions,
    private readonly principals: PrincipalsService,
    private readonly users: UsersService,
  ) {}

  /** @param pointer of the list. @throws DomainError `invalid-request` naming the first that may not receive what needs this permission */
  async require(asker: Organisation, wanted: readonly Recipient[], needs: Permission, pointer: string): Promise<void> {
    for (const [at, recipient] of wanted.entries())
      await this.wayTo(asker, recipient, needs).catch((error: unknown) => {
        throw error instanceof DomainError && error.code === 'delivery-refused' ? invalidField(`${pointer}/${at}`, error.message) : error;
      });
  }

  /** @throws DomainError `delivery-refused` where it may not receive this, or cannot be reached */
  async wayTo({ organisationId }: Organisation, recipient: Recipient, needs: Permission): Promise<Way> {
    const { email, webhooks, folders } = this.options.channels;
    switch (recipient.kind) {
      case 'user': {
        const person = await this.principals.find({ organisationId, kind: 'user', id: recipient.id });
        if (person === undefined) throw refused(`${recipient.id} is nobody who may sign in; name someone else`);
        if (!person.permissions.includes(needs)) throw refused(`${recipient.id} may not read this, for which ${needs} is needed; give a role that has it, or name someone else`);
        const { email: address } = await this.users.read(person, recipient.id);
        if (address === null) throw refused(`${recipient.id} has no address; name someone else`);
        return { kind: 'email', channel: required(email), address };
      }
      case 'email': {
        const channel = required(email);
        const domain = recipient.address.slice(recipient.address.lastIndexOf('@') + 1).toLowerCase();
        if (!channel.domains.includes(domain)) throw refused(`addresses of ${domain} may not receive; let who runs the server add the domain to the deliveries file`);
        return { kind: 'email', channel, address: recipient.address };
      }
      case 'webhook':
        return { kind: 'webhook', channel: named(webhooks, recipient.name, 'webhook') };
      case 'folder':
        return { kind: 'folder', folder: named(folders, recipient.name, 'folder') };
    }
  }
}

function named<T extends { readonly name: string }>(all: readonly T[], name: string, what: string): T {
  const found = all.find((each) => each.name === name);
  if (found === undefined) throw refused(`there is no ${what} '${name}' in the deliveries file; name ${all.length === 0 ? 'another way' : all.map((each) => each.name).join(', ')}`);
  return found;
}

function required(email: EmailChannel | undefined): EmailChannel {
  if (email === undefined) throw refused('this server sends no e-mail; let who runs it add a mail server to the deliveries file');
  return email;
}

const refused = (message: string): DomainError => new DomainError('delivery-refused', message);

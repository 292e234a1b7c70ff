import { type Recipient } from '../deliveries/recipients.service.js';
import { type Permission } from '../platform/authorization/permission.js';
import { type NotificationKind } from './notification-kind.js';

/** Something that has come up, whether or not it was told before. */
export interface Happening {
  readonly kind: NotificationKind;
  /** What tells this event from every other; the same whenever it is looked for. */
  readonly event: string;
  readonly subject: string;
  readonly title: string;
  /** Whom it concerns beside those that the settings name, and what a person must be allowed to be told of it. */
  readonly concerns?: { readonly recipients: readonly Recipient[]; readonly needs: Permission };
  /** Stands in the list and is sent to nobody: to tell of it might end as it did. */
  readonly listedOnly?: true;
}

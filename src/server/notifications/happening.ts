import { type NotificationKind } from './notification-kind.js';

/** Something that has come up, whether or not it was told before. */
export interface Happening {
  readonly kind: NotificationKind;
  /** What tells this event from every other; the same whenever it is looked for. */
  readonly event: string;
  readonly subject: string;
  readonly title: string;
}

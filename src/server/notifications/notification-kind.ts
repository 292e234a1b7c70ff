import { z } from 'zod';

/** What is worth telling. */
export const notificationKinds = ['critical-finding', 'clearance-differs', 'facts-shock', 'run-failed', 'delivery-dead', 'waiver-expiring', 'evidence-expiring', 'record-unconfirmed', 'fact-stale', 'approval-wanted', 'policy-approval-wanted', 'decision-reopened'] as const;

export const notificationKind = z.enum(notificationKinds, `is no kind of notification; write one of ${notificationKinds.join(', ')}`);

export type NotificationKind = z.output<typeof notificationKind>;

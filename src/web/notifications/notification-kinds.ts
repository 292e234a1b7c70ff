import { type Notification } from '../api/shapes.js';

export const notificationKinds = ['critical-finding', 'clearance-differs', 'facts-shock', 'run-failed', 'delivery-dead', 'approval-wanted', 'policy-approval-wanted', 'decision-reopened', 'waiver-expiring', 'evidence-expiring', 'record-unconfirmed', 'fact-stale'] as const satisfies readonly Notification['kind'][];

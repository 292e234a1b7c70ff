import { type Notification } from '../api/shapes.js';

export const notificationKinds = ['critical-finding', 'approval-wanted', 'waiver-expiring', 'evidence-expiring', 'fact-stale'] as const satisfies readonly Notification['kind'][];

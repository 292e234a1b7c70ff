import { type Permission } from '../platform/authorization/permission.js';

interface ExportedList {
  /** Address of the list below `/api/v1`. */
  readonly path: string;
  readonly permission: Permission;
  /** Query parameter that takes `next` of the page before; absent where the list comes whole. */
  readonly cursor?: 'after' | 'before';
}

/** Every list that can be had as a table, by the name it has there. Records and the log have exports of their own, which can be imported and verified. */
export const exportedLists = {
  audits: { path: 'audits', permission: 'audit:read', cursor: 'after' },
  clearances: { path: 'clearances', permission: 'clearance:read', cursor: 'after' },
  decisions: { path: 'decisions', permission: 'decision:read', cursor: 'after' },
  deliveries: { path: 'deliveries', permission: 'delivery:manage', cursor: 'after' },
  evidence: { path: 'evidence', permission: 'evidence:read', cursor: 'after' },
  findings: { path: 'findings', permission: 'finding:read', cursor: 'after' },
  jobs: { path: 'jobs', permission: 'job:read', cursor: 'after' },
  keys: { path: 'keys', permission: 'key:manage' },
  notifications: { path: 'notifications', permission: 'notification:read', cursor: 'after' },
  'own-policies': { path: 'policies/own', permission: 'policy:read', cursor: 'after' },
  policies: { path: 'policies', permission: 'policy:read' },
  reports: { path: 'reports', permission: 'audit:read', cursor: 'after' },
  revisions: { path: 'register/revisions', permission: 'register:read', cursor: 'before' },
  schedules: { path: 'schedules', permission: 'schedule:read', cursor: 'after' },
  trusts: { path: 'ci-trusts', permission: 'key:manage' },
  users: { path: 'users', permission: 'user:manage' },
  waivers: { path: 'waivers', permission: 'waiver:read', cursor: 'after' },
} as const satisfies Readonly<Record<string, ExportedList>>;

export type ExportedListName = keyof typeof exportedLists;

export function exportedList(name: ExportedListName): ExportedList {
  return exportedLists[name];
}

import { type Permission } from '../platform/authorization/permission.js';

export interface ExportedList {
  /** Address of the list below `/api/v1`; what stands in braces is taken from the parameters. */
  readonly path: string;
  readonly permission: Permission;
  /** Query parameter that takes `next` of the page before; absent where the list comes whole. */
  readonly cursor?: 'after' | 'before';
  /** A second list of the page, of what could not be shown as the rest; its rows follow. */
  readonly also?: string;
  /** What of the page every row rests on and carries; a list that rests on nothing yet is refused, since an empty table would say that there is nothing. */
  readonly restsOn?: string;
}

/** Every list that can be had as a table, by the name it has there. Records and the log have exports of their own, which can be imported and verified. */
export const exportedLists = {
  audits: { path: 'audits', permission: 'audit:read', cursor: 'after' },
  clearances: { path: 'clearances', permission: 'clearance:read', cursor: 'after' },
  collections: { path: 'register/collections', permission: 'register:read' },
  decisions: { path: 'decisions', permission: 'decision:read', cursor: 'after' },
  deliveries: { path: 'deliveries', permission: 'delivery:manage', cursor: 'after' },
  evidence: { path: 'evidence', permission: 'evidence:read', cursor: 'after' },
  findings: { path: 'findings', permission: 'finding:read', cursor: 'after', restsOn: 'audited' },
  jobs: { path: 'jobs', permission: 'job:read', cursor: 'after' },
  keys: { path: 'keys', permission: 'key:manage' },
  notifications: { path: 'notifications', permission: 'notification:read', cursor: 'after' },
  'own-policies': { path: 'policies/own', permission: 'policy:read', cursor: 'after' },
  people: { path: 'people', permission: 'finding:read' },
  policies: { path: 'policies', permission: 'policy:read', also: 'broken' },
  'pull-results': { path: 'pulls/{connection}/results', permission: 'pull:read', cursor: 'after' },
  pulls: { path: 'pulls', permission: 'pull:read' },
  reports: { path: 'reports', permission: 'audit:read', cursor: 'after' },
  'retention-runs': { path: 'retention/runs', permission: 'log:read', cursor: 'after' },
  revisions: { path: 'register/revisions', permission: 'register:read', cursor: 'before' },
  runs: { path: 'schedules/{schedule}/runs', permission: 'schedule:read', cursor: 'after' },
  schedules: { path: 'schedules', permission: 'schedule:read', cursor: 'after' },
  trusts: { path: 'ci-trusts', permission: 'key:manage' },
  users: { path: 'users', permission: 'user:manage' },
  versions: { path: 'register/records/{kind}/{id}/versions', permission: 'register:read', cursor: 'before' },
  waivers: { path: 'waivers', permission: 'waiver:read', cursor: 'after' },
} as const satisfies Readonly<Record<string, ExportedList>>;

export type ExportedListName = keyof typeof exportedLists;

export function exportedList(name: ExportedListName): ExportedList {
  return exportedLists[name];
}

import { recordKinds, type Permission } from '../api/shapes.js';

type Kind = (typeof recordKinds)[number];

const ofRecords = Object.fromEntries(recordKinds.flatMap((kind) => [kind, `${kind}/:id/show` as const].map((path) => [path, 'register:read'] as const))) as Readonly<Record<Kind | `${Kind}/:id/show`, 'register:read'>>;

/** Every screen behind the sign-in but the dashboard, which everyone has, with what one must be allowed to be shown it: below `#/` a list by its name, then `create`, `:id`, `:id/show` or a word of its own. */
export const screenPermissions = {
  findings: 'finding:read',
  'findings/:id/show': 'finding:read',
  waivers: 'waiver:read',
  'waivers/:id/show': 'waiver:read',
  decisions: 'decision:read',
  'decisions/:id/show': 'decision:read',
  audits: 'audit:read',
  clearances: 'clearance:read',
  'clearances/:id/show': 'clearance:read',
  evidence: 'evidence:read',
  'evidence/create': 'evidence:add',
  'evidence/:id/show': 'evidence:read',
  shocks: 'audit:read',
  policies: 'policy:read',
  'policies/:id/show': 'policy:read',
  'own-policies': 'policy:read',
  'own-policies/create': 'policy:write',
  'own-policies/:id/show': 'policy:read',
  auditor: 'log:read',
  reports: 'audit:read',
  schedules: 'schedule:read',
  'schedules/create': 'schedule:manage',
  'schedules/:id': 'schedule:manage',
  'schedules/:id/show': 'schedule:read',
  deliveries: 'delivery:manage',
  'deliveries/:id/show': 'delivery:manage',
  notifications: 'notification:read',
  'notifications/settings': 'delivery:manage',
  'flow-map': 'register:read',
  ...ofRecords,
  'deployment/create': 'register:write',
  import: 'register:write',
  revisions: 'register:read',
  jobs: 'job:read',
  log: 'log:read',
  users: 'user:manage',
  keys: 'key:manage',
  trusts: 'key:manage',
} as const satisfies Readonly<Record<string, Permission>>;

export type ScreenPath = keyof typeof screenPermissions;

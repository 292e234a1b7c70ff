import { z } from 'zod';

/** Everything that can be allowed, as `subject:action`; a role is a set of them, a key's scopes are a subset. */
export const permission = z.enum(['audit:create', 'audit:read', 'clearance:grant', 'clearance:read', 'decision:approve', 'decision:draft', 'decision:read', 'delivery:manage', 'evidence:add', 'evidence:read', 'finding:read', 'finding:work', 'job:cancel', 'job:create', 'job:read', 'key:manage', 'log:read', 'notification:read', 'pull:read', 'pull:run', 'policy:approve', 'policy:read', 'policy:write', 'register:audit', 'register:read', 'register:write', 'retention:manage', 'schedule:manage', 'schedule:read', 'user:manage', 'waiver:approve', 'waiver:read', 'waiver:request']);

export type Permission = z.output<typeof permission>;

import { z } from 'zod';
import { permission } from '../platform/authorization/permission.js';
import { readsOwnOnly, units } from './units.js';

export const newApiKey = z
  .strictObject({
    name: z.string().trim().min(1, 'is empty; say what the key is for').max(100, 'is longer than 100 characters; shorten it').describe('what the key is for'),
    scopes: z.array(permission).min(1, 'is empty; name at least one scope').describe('what the key may do; nothing that its maker may not'),
    units: units.optional().describe('units whose records the key changes, as a person has them; every unit where absent'),
    readsOwnOnly: readsOwnOnly.optional(),
    expiresAt: z.iso.datetime({ offset: true, error: 'is not an instant; write one such as 2027-06-30T00:00:00Z' }).describe('instant from which the key is refused'),
  })
  .refine(({ units: own, readsOwnOnly: only }) => own !== undefined || only !== true, { path: ['units'], message: 'is not there, though only records of own units are to be read; name the units' })
  .meta({ id: 'NewApiKey', example: { name: 'pipeline of models', scopes: ['audit:create', 'audit:read'], expiresAt: '2027-06-30T00:00:00Z' } });

export type NewApiKey = z.output<typeof newApiKey>;

const shape = {
  id: z.uuid(),
  name: z.string(),
  origin: z.enum(['first', 'environment', 'made', 'ci']),
  scopes: z.array(permission),
  units: z.array(z.string()).nullable().describe('null: every unit'),
  readsOwnOnly: z.boolean(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
};

const example = { id: '01990000-0000-7000-8000-000000000002', name: 'pipeline of models', origin: 'made', scopes: ['audit:create', 'audit:read'], units: null, readsOwnOnly: false, createdAt: '2026-11-23T12:00:00.000Z', expiresAt: '2027-06-30T00:00:00.000Z', revokedAt: null };

export const apiKeyView = z.object(shape).meta({ id: 'ApiKey', example });
export const apiKeyList = z.object({ items: z.array(apiKeyView), total: z.int() }).meta({ id: 'ApiKeyList', example: { items: [example], total: 1 } });
export const madeApiKey = z.object({ ...shape, key: z.string().describe('the key itself, told this once') }).meta({ id: 'MadeApiKey', example: { ...example, key: 'dmc_AAAAAAAAcACAAAAAAAAAAQ_…' } });

export type ApiKeyView = z.output<typeof apiKeyView>;
export type MadeApiKey = z.output<typeof madeApiKey>;

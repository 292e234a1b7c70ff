import { z } from 'zod';
import { severities } from '../../core/policy/severity.js';

const rule = z.object({
  id: z.string(),
  title: z.string(),
  severity: z.array(z.object({ from: z.string().optional().describe('first day it holds, in UTC; absent for the beginning of time'), is: z.enum(severities) })),
  subject: z.string().describe('kind of record it is asked of'),
  controls: z.array(z.string()),
  rationale: z.string(),
  remediation: z.string(),
  check: z.string().describe('CEL'),
  enabled: z.boolean(),
});

const policyPack = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  owner: z.string(),
  description: z.string().nullable(),
  recommended: z.boolean().describe('runs where no packs are chosen'),
  digest: z.string(),
  waivers: z.object({ maxDays: z.int(), noticeDays: z.int(), approverRoles: z.array(z.string()) }).nullable().describe('what it asks of waivers of its rules; absent where it accepts none'),
  rules: z.array(rule),
});

export const policyList = z.object({ items: z.array(policyPack), total: z.int() }).meta({ id: 'PolicyList' });

export type PolicyList = z.output<typeof policyList>;

import { z } from 'zod';
import { instant } from '../../core/inventory/instant.js';
import { severities } from '../../core/policy/severity.js';

const part = z
  .array(z.string().min(1).max(700))
  .min(1, 'is empty, and of an empty part nothing can be said; leave it out to audit the whole')
  .max(10_000)
  .describe('the part to audit: keys of subjects such as deployment/claims-triage, and what deployments state, such as environment=production, owner=…, legalEntity=…, criticality=…, provider=…, model=… or useTags=…; of one field any value fits, of several fields all have to. Absent: the whole');

/** Body of `POST /audits`: what of the register to audit, against what. It brings no waivers: those in force were approved here, or stand in files that the register was read from. */
export const auditRequest = z
  .strictObject({
    asOf: instant.optional().describe('instant to judge at, with the register as it stood then; now when absent'),
    revision: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional().describe('revision of the register to audit; the one that stood at `asOf` when absent'),
    packs: z.array(z.string().min(1).max(100)).max(100).optional().describe('ids of policy packs; those that manifests of the register name when absent, else the recommended ones'),
    only: part.optional(),
    of: z.literal('affected', 'is nothing that is audited; write affected, or leave it out to audit the whole').optional().describe('judge again only what changes since the last audit affect, with the packs and gate of the last audit of the whole; the whole where it cannot be told. The findings are then those of an audit of the whole'),
    failOn: z.enum(severities).optional().describe('least severity of a fail that blocks; high when absent'),
    onUnknown: z.enum(['fail', 'warn']).optional().describe('whether an unknown of that severity blocks; fail when absent'),
  })
  .meta({ id: 'AuditRequest', example: { packs: ['transfers'], failOn: 'high' } });

export type AuditRequest = z.output<typeof auditRequest>;

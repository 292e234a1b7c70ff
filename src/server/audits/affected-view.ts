import { z } from 'zod';
import { byCodeUnit } from '../../core/inventory/by-code-unit.js';
import { type AffectedNow } from './affected.service.js';

const shown = 1000;

/** Answer of `GET /audits/affected`. */
export const affectedView = z
  .object({
    audited: z.object({ audit: z.uuid(), revision: z.int(), asOf: z.iso.datetime() }).nullable().describe('the audit that the findings rest on'),
    revision: z.int().describe('of the register as it stands'),
    everything: z.string().nullable().describe('why every verdict may be another by now; absent where only those of some subjects may'),
    subjects: z.array(z.object({ subject: z.string(), because: z.string().describe('the record or waiver that has changed') })).describe(`subjects whose verdicts may be others by now; the first ${shown} in the order of their keys`),
    total: z.int().describe('subjects whose verdicts may be others by now; 0 where that is everything'),
  })
  .meta({
    id: 'AffectedSubjects',
    example: { audited: { audit: '01990000-0000-7000-8000-000000000000', revision: 12, asOf: '2026-11-23T12:00:00.000Z' }, revision: 13, everything: null, subjects: [{ subject: 'deployment/claims-assistant', because: 'provider/cloud-de' }], total: 1 },
  });

export type AffectedView = z.output<typeof affectedView>;

export function viewOfAffected({ head, revision, affected }: AffectedNow): AffectedView {
  const audited = head === undefined ? null : { audit: head.audit, revision: head.revision, asOf: head.asOf.toISOString() };
  if ('everything' in affected) return { audited, revision, everything: affected.everything, subjects: [], total: 0 };
  const subjects = [...affected.subjects].sort(([a], [b]) => byCodeUnit(a, b)).slice(0, shown).map(([subject, because]) => ({ subject, because }));
  return { audited, revision, everything: null, subjects, total: affected.subjects.size };
}

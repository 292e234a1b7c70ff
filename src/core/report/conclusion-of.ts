import { type ReportContext } from './report-context.js';

/** `clear`: nothing stands open for the one deployment reported on, though the audit of the whole organisation does not conform. */
export type ReportConclusion = 'conforming' | 'non-conforming' | 'inconclusive' | 'clear';

/** The conclusion of the audit; of one deployment what its own open findings come to, which is never better than the audit's. */
export function conclusionOf({ input: { result, meta }, findings }: ReportContext): ReportConclusion {
  if (meta.deployment === undefined) return result.conclusion;
  const open = findings.filter(({ waived }) => !waived);
  if (open.some(({ verdict }) => verdict === 'fail')) return 'non-conforming';
  if (open.length > 0) return 'inconclusive';
  return result.conclusion === 'conforming' ? 'conforming' : 'clear';
}

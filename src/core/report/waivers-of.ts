import { type WaiverOfResult } from '../audit/audit-result.js';
import { type ReportContext } from './report-context.js';

/** The waivers of the audit; in a report on one deployment those that cover a finding of it. */
export function waiversOf({ input: { result, meta }, findings }: ReportContext): readonly WaiverOfResult[] {
  if (meta.deployment === undefined) return result.waivers;
  const own = new Set(findings.map(({ fingerprint }) => fingerprint));
  return result.waivers.filter(({ matched }) => matched.some((fingerprint) => own.has(fingerprint)));
}

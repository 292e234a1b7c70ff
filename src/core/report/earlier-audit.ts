import { z } from 'zod';
import { type AuditResult } from '../audit/audit-result.js';
import { canonicalJson } from '../inventory/canonical-json.js';
import { sha256Of } from '../inventory/sha256-of.js';
import { severities, type Severity } from '../policy/severity.js';

const count = z.int().nonnegative();

/** What a trend shows of an audit before this one. */
export const earlierAudit = z.strictObject({
  asOf: z.string().max(40),
  /** `sha256:` of its result. */
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  /** `sha256:` of the packs and facts it was judged by. */
  rules: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  /** Findings, failed or undecided, that no waiver in force covered. */
  open: z.strictObject({ critical: count, high: count, medium: count, low: count, info: count }),
});
export type EarlierAudit = Readonly<z.infer<typeof earlierAudit>>;

export function earlierAuditOf(result: AuditResult, resultBytes: Uint8Array): EarlierAudit {
  const open = Object.fromEntries(severities.map((severity) => [severity, result.findings.filter((finding) => finding.severity === severity && (finding.waiver === null || finding.waiver.state === 'expired')).length])) as Record<Severity, number>;
  return { asOf: result.asOf, digest: `sha256:${sha256Of(resultBytes)}`, rules: rulesDigest(result), open };
}

/** Of packs and facts: audits that differ in it were judged by other rules. */
export function rulesDigest({ digests: { packs, facts } }: Pick<AuditResult, 'digests'>): string {
  return `sha256:${sha256Of(canonicalJson({ packs, facts }))}`;
}

import { type AuditedPart } from '../../core/audit/audited-part.js';
import { type FindingOfResult } from '../../core/audit/audit-result.js';

/** What an audit is stored as. */
export interface CheckOutcome {
  /** The bytes of `domicile check --format json`. */
  readonly json: string;
  readonly asOf: string;
  readonly engine: string;
  readonly conclusion: string;
  readonly blocked: boolean;
  readonly counts: Readonly<Record<string, number>>;
  /** What findings follow, where they do. */
  readonly followed?: { readonly findings: readonly FindingOfResult[]; readonly asked: readonly string[]; readonly endedWaivers: readonly string[]; /** When the first verdict changes if only time passes. */ readonly nextFlip?: string };
  readonly part?: AuditedPart;
  readonly digests: { readonly snapshot: string; readonly facts: string; readonly packs: Readonly<Record<string, string>> };
}

import { type AuditResult } from '../core/audit/audit-result.js';

/** Turns an audit result into the bytes of one format. Pure: the same result gives the same text. */
export interface Exporter {
  readonly id: string;
  readonly mediaType: string;
  readonly extension: string;
  export(result: AuditResult): string;
}

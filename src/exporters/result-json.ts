import { type AuditResult } from '../core/audit/audit-result.js';

/** The text of a result, two spaces deep, with a final newline: what every door prints as JSON, and what is hashed where another format refers to it. */
export function resultJson(result: AuditResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

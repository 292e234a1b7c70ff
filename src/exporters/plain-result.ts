import { type AuditResult } from '../core/audit/audit-result.js';
import { visibleText } from './visible-text.js';

/** The result with every text on one line, and with whatever would act instead of showing written as its code. */
export function plainResult(result: AuditResult): AuditResult {
  return plain(result) as AuditResult;
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return visibleText(value.replace(/[\t\n\r ]+/g, ' '));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
  return value;
}

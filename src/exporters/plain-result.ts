import { type AuditResult } from '../core/audit/audit-result.js';

/** C0, DEL, C1, line and paragraph separators, zero-width and directional marks, non-characters, lone surrogates: what acts on a terminal or reader instead of showing. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const acting = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The result with every text on one line, and with whatever would act instead of showing written as its code. */
export function plainResult(result: AuditResult): AuditResult {
  return plain(result) as AuditResult;
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
  return value;
}

function plainText(text: string): string {
  return text.replace(/[\t\n\r ]+/g, ' ').replace(acting, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

import { type AuditResult, type EgressOfResult, type FindingOfResult } from '../core/audit/audit-result.js';

/** The text of a result around its two long lists, so that a result of many parts is never one string. */
export interface ResultFrame {
  /** Up to the first finding. */
  readonly before: string;
  /** From the last finding to the first flow. */
  readonly between: string;
  /** From the last flow to the end. */
  readonly after: string;
}

/** The text of a result, two spaces deep, with a final newline: what every door prints as JSON, and what is hashed where another format refers to it. */
export function resultJson(result: AuditResult): string {
  const { before, between, after } = resultFrame(result, result.findings.length > 0, result.egress.length > 0);
  return [before, listedJson(result.findings), between, listedJson(result.egress), after].join('');
}

/** The frame of a result whose findings and flows are written between; `finds` and `flows` tell whether there are any. */
export function resultFrame(result: AuditResult, finds: boolean, flows: boolean): ResultFrame {
  const text = `${JSON.stringify({ ...result, findings: [], egress: [] }, null, 2)}\n`;
  const [before = '', rest = ''] = text.split('\n  "findings": [],\n');
  const [between = '', after = ''] = rest.split('\n  "egress": [],\n');
  const close = (any: boolean): string => (any ? '\n  ],\n' : '],\n');
  const open = (any: boolean): string => (any ? '[\n' : '[');
  return { before: `${before}\n  "findings": ${open(finds)}`, between: `${close(finds)}${between}\n  "egress": ${open(flows)}`, after: `${close(flows)}${after}` };
}

/** Members of one of the long lists as they stand in the text; between two such pieces stands `,\n`. */
export function listedJson(members: readonly (FindingOfResult | EgressOfResult)[]): string {
  return members.map((member) => `    ${JSON.stringify(member, null, 2).replaceAll('\n', '\n    ')}`).join(',\n');
}

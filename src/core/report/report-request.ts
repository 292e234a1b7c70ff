import { z } from 'zod';
import { decisionRecord } from '../decision/record/decision-record.js';
import { canonicalJson } from '../inventory/canonical-json.js';
import { shock } from '../shock/shock.js';
import { earlierAudit } from './earlier-audit.js';
import { reportLanguages } from './report-language.js';
import { type ReportInput } from './report-input.js';
import { signOffRoles } from './report-meta.js';

const line = z.string().max(2000);
const lines = z.array(line).max(50).readonly();
const shape = z.strictObject({ path: z.string().max(200_000), fill: line }).readonly();
const logo = z.strictObject({ width: z.number(), height: z.number(), shapes: z.array(shape).max(2000).readonly() }).readonly();

const meta = z.strictObject({
  id: line,
  version: line,
  title: line.exactOptional(),
  classification: line.exactOptional(),
  author: line.exactOptional(),
  supersedes: line.exactOptional(),
  period: z.strictObject({ from: line, to: line }).readonly().exactOptional(),
  changes: z.array(z.strictObject({ version: line, date: line, what: line }).readonly()).max(50).readonly().exactOptional(),
  signOffs: z.array(z.strictObject({ role: z.enum(signOffRoles), name: line, date: line, statement: line.exactOptional() }).readonly()).max(10).readonly().exactOptional(),
  divergingOpinions: lines.exactOptional(),
  brand: z.strictObject({ name: line, accent: line.exactOptional(), logo: logo.exactOptional() }).readonly().exactOptional(),
  deployment: line.exactOptional(),
});

/** What a report was asked to be, beyond the audit it prints; attached, so that anyone with the inputs of the audit can print it again and compare. */
export const reportRequest = z.strictObject({
  schema: z.literal('domicile/report-request/1'),
  template: line,
  language: z.enum(reportLanguages),
  meta: meta.readonly(),
  decisions: z.array(decisionRecord).max(50).readonly(),
  shocks: z.array(shock).max(50).readonly(),
  sovereignty: z.boolean(),
  history: z.array(earlierAudit).max(200).readonly(),
});
export type ReportRequest = Readonly<z.infer<typeof reportRequest>>;

export function requestBytes({ template, language, meta, decisions = [], shocks = [], sovereignty, history = [] }: Pick<ReportInput, 'template' | 'language' | 'meta' | 'decisions' | 'shocks' | 'sovereignty' | 'history'>): Uint8Array {
  const request: ReportRequest = { schema: 'domicile/report-request/1', template: template.id, language, meta, decisions, shocks: shocks.map(({ shock: asked }) => asked), sovereignty: sovereignty !== undefined, history };
  return new TextEncoder().encode(`${canonicalJson(request)}\n`);
}

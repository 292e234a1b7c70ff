import { type AuditResult } from '../../core/audit/audit-result.js';
import { partSentence } from '../../core/audit/part-sentence.js';
import { byCodeUnit } from '../../core/inventory/by-code-unit.js';
import { outcomes } from '../../core/policy/outcome.js';
import { cellText } from './cell-text.js';
import { problemTable } from './problem-table.js';
import { type Table } from './table.js';

/** An audit as tables: what it concludes, its findings, how each rule and each control came out, and its problems. */
export function auditTables(result: AuditResult): Table[] {
  return [auditTable(result), findingTable(result), verdictTable(result), controlTable(result), problemTable(result.problems)];
}

function auditTable({ engine, asOf, organisation, part, conclusion, gate, digests, counts }: AuditResult): Table {
  const packs = Object.entries(digests.packs).map(([pack, digest]) => [`pack ${pack}`, digest]);
  const rows = [['engine', engine], ['as of', asOf], ['organisation', organisation?.name], ...(part === undefined ? [] : [['part', partSentence(part)]]), ['conclusion', conclusion], ['gate', gate.blocked ? 'blocked' : 'passed'], ['blocked by', gate.by], ...[...outcomes, 'waived' as const].map((outcome) => [outcome, counts[outcome]]), ['snapshot', digests.snapshot], ['facts', digests.facts], ...packs];
  return { name: 'audit', columns: ['property', 'value'], rows: rows.map((row) => row.map(cellText)) };
}

function findingTable({ findings }: AuditResult): Table {
  return {
    name: 'findings',
    columns: ['fingerprint', 'rule', 'pack', 'title', 'severity', 'verdict', 'subject', 'element', 'message', 'rationale', 'remediation', 'controls', 'missing', 'file', 'line', 'column', 'waiver', 'waiver state', 'waiver reason', 'approved by', 'expires', 'baseline'],
    rows: findings.map((finding) => {
      const { fingerprint, ruleId, pack, title, severity, verdict, subject, element, message, rationale, remediation, controls, missing, location, waiver, baselineState } = finding;
      return [fingerprint, ruleId, pack, title, severity, verdict, subject, element, message, rationale, remediation, controls, missing, location?.file, location?.line, location?.column, waiver?.id, waiver?.state, waiver?.reason, waiver?.approvedBy, waiver?.expiresAt, baselineState].map(cellText);
    }),
  };
}

function verdictTable({ rules }: AuditResult): Table {
  return {
    name: 'verdicts',
    columns: ['rule', 'pack', 'title', 'severity', ...outcomes, 'controls', 'unverified facts', 'own facts', 'rationale', 'remediation'],
    rows: rules.map(({ ruleId, pack, title, severity, counts, controls, unverifiedFacts, ownFacts, rationale, remediation }) => [ruleId, pack, title, severity, ...outcomes.map((outcome) => counts[outcome]), controls, unverifiedFacts, ownFacts, rationale, remediation].map(cellText)),
  };
}

/** Controls with all rules that speak of them; a control is met only as far as none of them fails, breaks or stays open. */
function controlTable({ rules, findings }: AuditResult): Table {
  const controls = [...new Set(rules.flatMap((rule) => rule.controls))].sort(byCodeUnit);
  return {
    name: 'controls',
    columns: ['control', 'rules', ...outcomes, 'findings'],
    rows: controls.map((control) => {
      const asked = rules.filter((rule) => rule.controls.includes(control));
      const sum = (outcome: (typeof outcomes)[number]): number => asked.reduce((total, { counts }) => total + counts[outcome], 0);
      return [control, asked.map(({ ruleId }) => ruleId), ...outcomes.map(sum), findings.filter((finding) => finding.controls.includes(control)).map(({ fingerprint }) => fingerprint)].map(cellText);
    }),
  };
}

import { type FindingOfResult } from '../audit/audit-result.js';
import { byCodeUnit } from '../inventory/by-code-unit.js';
import { evidenceOf } from '../inventory/evidence-of.js';
import { type Evidence } from '../inventory/evidence.js';
import { type ReportInput } from './report-input.js';

/** The evidence a finding rests on: of its operands, or where these are derived or absent, of the record it is about. */
export function findingEvidence({ result, snapshot }: Pick<ReportInput, 'result' | 'snapshot'>, finding: FindingOfResult): readonly Evidence[] {
  const cited = new Set(finding.explanation.flatMap(({ operands }) => operands.flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence]))));
  const named = result.evidence.filter(({ id }) => cited.has(id));
  if (named.length > 0) return named;
  for (const key of recordKeys(finding)) {
    const found = evidenceOf(snapshot, key, '');
    if (found.length > 0) return [...new Map(found.map((item) => [item.id, item])).values()].sort((a, b) => byCodeUnit(a.id, b.id));
  }
  return [];
}

/** Records that may stand behind a finding, the closest first. Flows found in a gateway bear the id of their deployment before their own. */
function recordKeys({ subject, element }: FindingOfResult): readonly string[] {
  const owner = subject.replace(/^deployment\//, '');
  return [...(element === undefined ? [] : [element, element.replace(/^flow\//, `flow/${owner}/`)]), subject];
}

import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type Evidence } from '../inventory/evidence.js';
import { findingEvidence } from './finding-evidence.js';
import { type ReportInput } from './report-input.js';

/** All evidence of the audit and of its findings, by id. */
export function evidenceRegister(input: Pick<ReportInput, 'result' | 'snapshot'>): readonly Evidence[] {
  const found = new Map<string, Evidence>();
  for (const item of input.result.evidence) found.set(item.id, item);
  for (const finding of input.result.findings) for (const item of findingEvidence(input, finding)) found.set(item.id, item);
  return [...found.values()].sort((a, b) => byCodeUnit(a.id, b.id));
}

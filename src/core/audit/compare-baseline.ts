import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type AuditDiff, type AuditResult, type EgressOfResult } from './audit-result.js';

/** The parts of an earlier result that a later one is compared with. */
export type Baseline = Pick<AuditResult, 'findings' | 'egress' | 'licences'>;

/** New, removed and changed ways out, licences that changed, and findings that are gone. */
export function compareBaseline(now: Baseline, baseline: Baseline): AuditDiff {
  const fingerprints = new Set(now.findings.map(({ fingerprint }) => fingerprint));
  return {
    egress: egressChanges(now.egress, baseline.egress),
    licences: licenceChanges(now, baseline),
    absent: baseline.findings.map(({ fingerprint }) => fingerprint).filter((fingerprint) => !fingerprints.has(fingerprint)).sort(),
  };
}

function egressChanges(now: readonly EgressOfResult[], before: readonly EgressOfResult[]): AuditDiff['egress'] {
  const earlier = new Map(before.map((flow) => [flow.flow, flow]));
  const later = new Set(now.map(({ flow }) => flow));
  const way = ({ from, to, countries, stage }: EgressOfResult): string => JSON.stringify([from, to, countries, stage]);
  const added = now.filter(({ flow }) => !earlier.has(flow)).map((flow) => change(flow, 'added'));
  const changed = now.filter((flow) => { const old = earlier.get(flow.flow); return old !== undefined && way(old) !== way(flow); }).map((flow) => change(flow, 'changed'));
  const removed = before.filter(({ flow }) => !later.has(flow)).map((flow) => change(flow, 'removed'));
  return [...added, ...changed, ...removed].sort((a, b) => byCodeUnit(a.flow, b.flow));
}

function change({ flow, from, to, countries }: EgressOfResult, what: 'added' | 'removed' | 'changed'): AuditDiff['egress'][number] {
  return { flow, from, to: countries.length > 0 ? `${to} (${countries.join(', ')})` : to, change: what };
}

function licenceChanges(now: Baseline, baseline: Baseline): AuditDiff['licences'] {
  const before = new Map(baseline.licences.map(({ model, expression }) => [model, expression]));
  const after = new Map(now.licences.map(({ model, expression }) => [model, expression]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((model) => ({ model, before: before.get(model) ?? null, after: after.get(model) ?? null }))
    .filter((licence) => licence.before !== licence.after);
}

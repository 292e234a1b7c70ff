import { type Verdict } from '../evaluation/verdict.js';
import { type SubjectKind } from '../exposure/subject-view.js';
import { fingerprintOf } from '../finding/fingerprint-of.js';
import { type Evidence } from '../inventory/evidence.js';
import { type CompiledRule } from '../policy/compiled-pack.js';
import { type FindingOfResult } from './audit-result.js';
import { type EvidenceFinder } from './find-evidence.js';
import { locateFinding } from './locate-finding.js';

/** Remediation texts are kept by the pack; what is not written there is left to the message. */
export type Finding = Omit<FindingOfResult, 'waiver' | 'baselineState'>;

/** The record of a fail, unknown or error verdict. Evidence it cites is added to `cited`, by id. */
export function deriveFinding(kind: SubjectKind, rule: CompiledRule, verdict: Verdict & { readonly outcome: 'fail' | 'unknown' | 'error' }, evidenceAt: EvidenceFinder, cited: Map<string, Evidence>): Finding {
  const cite = (path: string): string | undefined => {
    const { evidence, depth } = evidenceAt(path);
    const [first] = depth === 0 ? [] : evidence;
    for (const each of depth === 0 ? [] : evidence) cited.set(each.id, each);
    return first?.id;
  };
  const explanation = (verdict.explanation ?? []).map(({ expression, result, operands }) => ({
    expression,
    result,
    operands: operands.map(({ path, value, state }) => {
      const evidence = cite(path);
      return { path, value: value ?? null, ...(state === undefined ? {} : { state }), ...(evidence === undefined ? {} : { evidence }) };
    }),
  }));
  const read = explanation.flatMap(({ operands }) => operands.map(({ path }) => path));
  return {
    fingerprint: fingerprintOf(verdict.ruleId, verdict.subject, verdict.element),
    ruleId: verdict.ruleId,
    pack: verdict.pack,
    title: rule.title,
    severity: verdict.severity,
    verdict: verdict.outcome,
    subject: verdict.subject,
    ...(verdict.element === undefined ? {} : { element: verdict.element }),
    message: verdict.message ?? rule.title,
    rationale: rule.rationale,
    remediation: rule.remediation,
    controls: rule.controls,
    explanation,
    missing: verdict.missing ?? [],
    facts: (verdict.facts ?? []).map(({ fact, confidence, state, overlay }) => ({ id: fact, confidence, state, ...(overlay === undefined ? {} : { overlay }) })),
    location: locateFinding(kind, [...(verdict.outcome === 'unknown' ? (verdict.missing ?? []) : []), ...rule.evidence, ...read], evidenceAt),
  };
}

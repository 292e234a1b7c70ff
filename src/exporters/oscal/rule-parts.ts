import { type RuleResult } from '../../core/audit/audit-result.js';
import { uuidOf } from '../uuid-of.js';
import { type OscalParts } from './oscal-parts.js';
import { oscalProperty } from './oscal-property.js';
import { oscalString } from './oscal-string.js';
import { oscalToken } from './oscal-token.js';

const outcomes = ['pass', 'fail', 'unknown', 'not-applicable', 'error'] as const;

/** What a rule answered over everything it was asked of. It is satisfied only where it passed at least once and never came out otherwise; one that applied to nothing is observed and not found satisfied. */
export function ruleParts(rule: RuleResult, key: string, { asOf, origins }: { readonly asOf: string; readonly origins: readonly object[] }): OscalParts {
  const { counts } = rule;
  const judged = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  const observation = {
    uuid: uuidOf('rule-observation', key),
    title: oscalString(rule.title),
    description: `Asked of ${judged}, all there are: ${outcomes.map((outcome) => `${counts[outcome]} ${outcome}`).join(', ')}.`,
    props: [oscalProperty('rule', rule.ruleId), oscalProperty('pack', rule.pack), ...outcomes.map((outcome) => oscalProperty(outcome, String(counts[outcome]))), ...rule.controls.map((control) => oscalProperty('control', control)), ...rule.unverifiedFacts.map((fact) => oscalProperty('unverified-fact', fact))],
    methods: ['EXAMINE'],
    types: ['control-objective'],
    origins,
    collected: asOf,
    remarks: rule.rationale,
  };
  const satisfied = counts.pass > 0 && counts.fail + counts.unknown + counts.error === 0;
  if (!satisfied) return { observations: [observation], findings: [], risks: [] };
  const finding = {
    uuid: uuidOf('rule-finding', key),
    title: oscalString(rule.title),
    description: observation.description,
    props: [oscalProperty('verdict', 'pass'), ...rule.unverifiedFacts.map((fact) => oscalProperty('unverified-fact', fact))],
    target: { type: 'objective-id', 'target-id': oscalToken(`${rule.pack}.${rule.ruleId}`), status: { state: 'satisfied', reason: 'pass' } },
    'related-observations': [{ 'observation-uuid': observation.uuid }],
  };
  return { observations: [observation], findings: [finding], risks: [] };
}

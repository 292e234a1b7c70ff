import { type FindingOfResult } from '../../core/audit/audit-result.js';
import { type Evidence } from '../../core/inventory/evidence.js';
import { uuidOf } from '../uuid-of.js';
import { oscalMoment } from './oscal-moment.js';
import { type OscalParts } from './oscal-parts.js';
import { oscalProperty } from './oscal-property.js';
import { oscalString } from './oscal-string.js';
import { oscalToken } from './oscal-token.js';
import { subjectReference } from './subject-reference.js';

export interface FindingContext {
  readonly asOf: string;
  readonly origins: readonly object[];
  readonly evidence: ReadonlyMap<string, Evidence>;
}

/**
 * A finding as OSCAL has it: what was observed with its evidence, that the objective is not satisfied, and the risk that stays open.
 * An accepted waiver makes the risk an approved deviation with a deadline and leaves the status as it is. A broken rule is an observation only: it decides nothing.
 */
export function findingParts(finding: FindingOfResult, key: string, { asOf, origins, evidence }: FindingContext): OscalParts {
  const cited = [...new Set(finding.explanation.flatMap(({ operands }) => operands.flatMap((operand) => operand.evidence ?? [])))].flatMap((id) => evidence.get(id) ?? []);
  const props = propertiesOf(finding);
  const observation = {
    uuid: uuidOf('observation', key),
    title: oscalString(finding.title),
    description: finding.message,
    props,
    methods: cited.some(({ confidence }) => confidence === 'verified') ? ['EXAMINE', 'TEST'] : ['EXAMINE'],
    types: ['finding'],
    origins,
    subjects: [subjectReference(finding.subject)],
    ...(cited.length === 0 ? {} : { 'relevant-evidence': cited.map(evidenceOf) }),
    collected: asOf,
    ...(finding.missing.length === 0 ? {} : { remarks: `Would have decided the rule: ${finding.missing.join(', ')}` }),
  };
  if (finding.verdict === 'error') return { observations: [observation], findings: [], risks: [] };
  const risk = riskOf(finding, key, observation.uuid);
  return {
    observations: [observation],
    findings: [
      {
        uuid: uuidOf('finding', key),
        title: oscalString(finding.title),
        description: finding.message,
        props,
        target: { type: 'objective-id', 'target-id': oscalToken(`${finding.pack}.${finding.ruleId}`), status: { state: 'not-satisfied', reason: finding.verdict === 'fail' ? 'fail' : 'other', ...(finding.verdict === 'unknown' ? { remarks: 'The evidence does not decide it.' } : {}) } },
        'related-observations': [{ 'observation-uuid': observation.uuid }],
        'related-risks': [{ 'risk-uuid': risk.uuid }],
      },
    ],
    risks: [risk],
  };
}

function propertiesOf(finding: FindingOfResult): object[] {
  return [
    oscalProperty('rule', finding.ruleId),
    oscalProperty('pack', finding.pack),
    oscalProperty('verdict', finding.verdict),
    oscalProperty('severity', finding.severity),
    oscalProperty('fingerprint', finding.fingerprint),
    ...(finding.element === undefined ? [] : [oscalProperty('element', finding.element)]),
    ...finding.controls.map((control) => oscalProperty('control', control)),
    ...(finding.location === null ? [] : [oscalProperty('location', `${finding.location.file}:${finding.location.line}:${finding.location.column}`)]),
    ...finding.facts.map(({ id, confidence, state }) => oscalProperty('fact', `${id} (${confidence}, ${state})`)),
    ...(finding.baselineState === null ? [] : [oscalProperty('baseline-state', finding.baselineState)]),
  ];
}

function evidenceOf({ id, source, sha256, locator, confidence, effective, note }: Evidence): object {
  return {
    href: `#${uuidOf('source', source, sha256)}`,
    description: locator,
    props: [oscalProperty('evidence', id), oscalProperty('sha256', sha256), oscalProperty('confidence', confidence), ...(effective === undefined ? [] : [oscalProperty('effective', effective)])],
    ...(note === undefined ? {} : { remarks: note }),
  };
}

function riskOf(finding: FindingOfResult, key: string, observation: string): { readonly uuid: string } {
  const accepted = finding.waiver !== null && finding.waiver.state !== 'expired';
  const deadline = accepted ? oscalMoment(finding.waiver.expiresAt) : undefined;
  return {
    uuid: uuidOf('risk', key),
    title: oscalString(finding.title),
    description: finding.message,
    statement: finding.rationale,
    props: [oscalProperty('severity', finding.severity), ...(finding.waiver === null ? [] : [oscalProperty('waiver', finding.waiver.id), oscalProperty('waiver-state', finding.waiver.state), oscalProperty('waiver-reason', finding.waiver.reason), ...finding.waiver.approvedBy.map((name) => oscalProperty('approved-by', name))])],
    status: accepted ? 'deviation-approved' : 'open',
    ...(deadline === undefined ? {} : { deadline }),
    remediations: [{ uuid: uuidOf('remediation', key), lifecycle: 'recommendation', title: 'What to do', description: finding.remediation }],
    'related-observations': [{ 'observation-uuid': observation }],
  } as { readonly uuid: string };
}

import { jurisdictionTone } from '../exposure/jurisdiction-tone.js';
import { type FindingOfResult, type RuleResult } from '../audit/audit-result.js';
import { byCodeUnit } from '../inventory/by-code-unit.js';
import { recordKey } from '../inventory/record-key.js';
import { type Deployment } from '../inventory/deployment.js';
import { concernsFlow } from './concerns-flow.js';
import { severities } from '../policy/severity.js';
import { type ReportTone } from './report-block.js';
import { type ReportInput } from './report-input.js';
import { createSpeaker, type ReportSpeaker } from './report-speaker.js';

/** A finding with the number it bears in this report. */
export interface NumberedFinding extends FindingOfResult {
  readonly number: string;
  readonly anchor: string;
  /** A waiver in force covers it. */
  readonly waived: boolean;
}

/** What every section composer works with. */
export interface ReportContext extends ReportSpeaker {
  readonly input: ReportInput;
  /** From most to least severe, then by rule, subject and element. */
  readonly findings: readonly NumberedFinding[];
  readonly rules: readonly RuleResult[];
  readonly deployments: readonly Deployment[];
  /** Name of a country or group of countries by its code. */
  country(code: string): string;
  /** Whether data at a place stays under the law of the EEA at the instant of the audit. */
  toneOf(code: string | undefined): ReportTone;
  nameOfDeployment(id: string): string;
  nameOfParty(id: string): string;
  nameOfSubject(key: string): string;
}

export function openContext(given: ReportInput): ReportContext {
  const input = withinPart(given);
  const { result, snapshot, wording, covers, reference, meta } = input;
  const speaker = createSpeaker(wording, covers);
  const only = meta.deployment;
  const deployments = snapshot.deployments.filter(({ id }) => only === undefined || id === only);
  const findings = numbered(result.findings.filter((finding) => only === undefined || concerns(finding, only, input)));
  const names = new Map<string, string>();
  for (const { id, name } of snapshot.deployments) names.set(`deployment/${id}`, name ?? id);
  for (const { id, name } of snapshot.models) names.set(`model/${id}`, name ?? id);
  for (const { id, name } of snapshot.providers) names.set(`party/${id}`, name ?? id);
  for (const { id, name } of snapshot.legalEntities) names.set(`party/${id}`, name ?? id);
  const nameOf = (key: string, otherwise: string): string => speaker.show(names.get(key) ?? otherwise, 200);
  return {
    ...speaker,
    get unprintable() {
      return speaker.unprintable;
    },
    get cutTexts() {
      return speaker.cutTexts;
    },
    get problems() {
      return speaker.problems;
    },
    input,
    findings,
    deployments,
    rules: [...result.rules].sort((a, b) => byCodeUnit(a.ruleId, b.ruleId)),
    country: (code) => (speaker.has(`country.${code}`) ? speaker.say(`country.${code}`) : speaker.show(code, 40)),
    toneOf: (code) => jurisdictionTone(reference, code, result.asOf),
    nameOfDeployment: (id) => nameOf(`deployment/${id}`, id),
    nameOfParty: (id) => nameOf(`party/${id}`, id),
    nameOfSubject: (key) => nameOf(key, key.slice(key.indexOf('/') + 1)),
  };
}

/** Of an audit of a part nothing else is shown: what was not asked about would look as if nothing stood against it. */
function withinPart(input: ReportInput): ReportInput {
  const { result: { part }, snapshot } = input;
  if (part === undefined) return input;
  const asked = new Set(part.subjects);
  const deployments = snapshot.deployments.filter(({ id }) => asked.has(recordKey('deployment', id)));
  const dataFlows = snapshot.dataFlows.filter(({ id, deployment }) => asked.has(recordKey('dataFlow', id)) || (deployment !== undefined && asked.has(recordKey('deployment', deployment))));
  return { ...input, snapshot: { ...snapshot, deployments, dataFlows } };
}

function concerns({ subject, element }: FindingOfResult, deployment: string, { snapshot }: ReportInput): boolean {
  const wanted = snapshot.deployments.find(({ id }) => id === deployment);
  const flows = snapshot.dataFlows.filter((flow) => flow.deployment === deployment);
  return [subject, element].some((key) => key === `deployment/${deployment}` || (wanted?.model !== undefined && key === `model/${wanted.model}`)) || flows.some((flow) => concernsFlow({ subject, ...(element === undefined ? {} : { element }) }, flow));
}

function numbered(findings: readonly FindingOfResult[]): NumberedFinding[] {
  const rank = (finding: FindingOfResult): number => severities.indexOf(finding.severity);
  const key = ({ ruleId, subject, element = '' }: FindingOfResult): string => `${ruleId}\n${subject}\n${element}`;
  const digits = Math.max(2, String(findings.length).length);
  return [...findings]
    .sort((a, b) => rank(a) - rank(b) || byCodeUnit(key(a), key(b)))
    .map((finding, index) => ({ ...finding, number: `F-${String(index + 1).padStart(digits, '0')}`, anchor: `finding/${finding.fingerprint}`, waived: finding.waiver !== null && finding.waiver.state !== 'expired' }));
}

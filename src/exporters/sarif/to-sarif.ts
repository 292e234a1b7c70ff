import { type AuditResult, type FindingOfResult, type RuleResult } from '../../core/audit/audit-result.js';
import { type Severity } from '../../core/policy/severity.js';
import { type Problem } from '../../core/inventory/problem.js';
import { placeOf } from '../place-of.js';
import { relativeUri } from '../relative-uri.js';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { critical: 'error', high: 'error', medium: 'warning', low: 'note', info: 'note' };
/** GitHub's `security-severity`, 0 to 10: over 9 critical, over 7 high, over 4 medium. */
const securitySeverity: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '3.0', info: '0.0' };

/**
 * SARIF 2.1.0 (OASIS). Every rule stands in the driver, every finding is a result with a stable fingerprint;
 * `unknown` is kind `open`, an `error` verdict is a tool notification, an accepted waiver an external suppression.
 */
export function toSarif(result: AuditResult): object {
  const ruleIndex = new Map(result.rules.map((rule, index) => [`${rule.pack}/${rule.ruleId}`, index]));
  const decided = result.findings.filter(({ verdict }) => verdict !== 'error');
  const notifications = [...result.findings.filter(({ verdict }) => verdict === 'error').map(errorNotification), ...result.problems.map(problemNotification)];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'domicile', semanticVersion: result.engine.replace(/^domicile\//, ''), rules: result.rules.map(toRule) } },
        invocations: [{ executionSuccessful: !result.findings.some(({ verdict }) => verdict === 'error') && !result.problems.some(({ level }) => level !== 'warning'), toolExecutionNotifications: notifications }],
        results: decided.map((finding) => toResult(finding, ruleIndex.get(`${finding.pack}/${finding.ruleId}`), placeOf(finding, result))),
        columnKind: 'utf16CodeUnits',
        properties: { asOf: result.asOf, ...(result.part === undefined ? {} : { part: result.part }), conclusion: result.conclusion, digests: result.digests },
      },
    ],
  };
}

function toRule(rule: RuleResult): object {
  return {
    id: rule.ruleId,
    name: rule.title,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.rationale },
    help: { text: rule.remediation },
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { pack: rule.pack, tags: ['data-sovereignty', ...rule.controls], 'security-severity': securitySeverity[rule.severity] },
  };
}

function toResult(finding: FindingOfResult, ruleIndex: number | undefined, place: FindingOfResult['location']): object {
  const kind = finding.verdict === 'fail' ? 'fail' : 'open';
  return {
    ruleId: finding.ruleId,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    kind,
    level: kind === 'fail' ? levels[finding.severity] : 'none',
    message: { text: `${finding.message}${finding.message.endsWith('.') ? '' : '.'} ${finding.remediation}` },
    locations: [
      {
        ...(place ? { physicalLocation: { artifactLocation: { uri: relativeUri(place.file) }, region: { startLine: place.line, startColumn: place.column } } } : {}),
        logicalLocations: [{ fullyQualifiedName: finding.element ? `${finding.subject}/${finding.element}` : finding.subject, kind: 'resource' }],
      },
    ],
    partialFingerprints: { 'domicile/v1': finding.fingerprint },
    ...(finding.baselineState ? { baselineState: finding.baselineState } : {}),
    suppressions: finding.waiver && finding.waiver.state !== 'expired' ? [{ kind: 'external', status: 'accepted', justification: `${finding.waiver.id}: ${finding.waiver.reason}, expires ${finding.waiver.expiresAt}` }] : [],
    properties: { severity: finding.severity, verdict: finding.verdict, subject: finding.subject, ...(finding.element ? { element: finding.element } : {}), controls: finding.controls, missing: finding.missing, pack: finding.pack },
  };
}

function errorNotification(finding: FindingOfResult): object {
  return { level: 'error', message: { text: finding.message }, associatedRule: { id: finding.ruleId } };
}

function problemNotification(problem: Problem): object {
  return {
    level: problem.level ?? 'error',
    message: { text: problem.message },
    descriptor: { id: problem.code },
    locations: [{ physicalLocation: { artifactLocation: { uri: relativeUri(problem.file) }, ...(problem.line ? { region: { startLine: problem.line, startColumn: problem.column ?? 1 } } : {}) } }],
  };
}

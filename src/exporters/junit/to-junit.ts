import { type AuditResult, type FindingOfResult, type RuleResult } from '../../core/audit/audit-result.js';
import { partSentence } from '../../core/audit/part-sentence.js';
import { xmlText } from '../xml-text.js';

/**
 * JUnit XML as CI servers read it: a test suite for each pack, a test case for each finding and one for what each rule passed or did not apply to.
 * An unknown is a failure where the gate blocks it, else it is skipped; a waived verdict is skipped with its waiver named.
 */
export function toJunit(result: AuditResult): string {
  const blocked = new Set(result.gate.by);
  const packs = [...new Set(result.rules.map(({ pack }) => pack))];
  const suites = packs.map((pack) => suiteOf(pack, result, blocked));
  const total = (count: (suite: Suite) => number): number => suites.reduce((sum, suite) => sum + count(suite), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xmlText(result.part === undefined ? 'domicile' : `domicile: ${partSentence(result.part)}`)}" tests="${total((s) => s.cases.length)}" failures="${total((s) => s.failures)}" errors="${total((s) => s.errors)}" skipped="${total((s) => s.skipped)}">`,
    ...suites.map(({ name, cases, failures, errors, skipped }) =>
      [`  <testsuite name="${xmlText(name)}" tests="${cases.length}" failures="${failures}" errors="${errors}" skipped="${skipped}" timestamp="${xmlText(result.asOf)}">`, ...cases.map(({ xml }) => xml), '  </testsuite>'].join('\n'),
    ),
    '</testsuites>',
    '',
  ].join('\n');
}

type CaseState = 'passed' | 'failure' | 'error' | 'skipped';
interface Case {
  readonly state: CaseState;
  readonly xml: string;
}
interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function suiteOf(pack: string, result: AuditResult, blocked: ReadonlySet<string>): Suite {
  const cases = [
    ...result.rules.filter((rule) => rule.pack === pack).flatMap(ruleCases),
    ...result.findings.filter((finding) => finding.pack === pack).map((finding) => findingCase(finding, blocked.has(finding.fingerprint))),
  ];
  const count = (state: CaseState): number => cases.filter((one) => one.state === state).length;
  return { name: pack, cases, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}

function ruleCases(rule: RuleResult): Case[] {
  const { pass, 'not-applicable': notApplicable } = rule.counts;
  const name = (what: string): string => `    <testcase classname="${xmlText(rule.ruleId)}" name="${xmlText(`${rule.title} (${what})`)}" time="0"`;
  return [
    ...(pass > 0 ? [{ state: 'passed' as const, xml: `${name(`passed on ${pass}`)}/>` }] : []),
    ...(notApplicable > 0 ? [{ state: 'skipped' as const, xml: `${name(`not applicable to ${notApplicable}`)}><skipped message="not applicable"/></testcase>` }] : []),
  ];
}

function findingCase(finding: FindingOfResult, blocks: boolean): Case {
  const subject = finding.element ? `${finding.subject} ${finding.element}` : finding.subject;
  const place = finding.location ? ` file="${xmlText(finding.location.file)}" line="${finding.location.line}"` : '';
  const open = `    <testcase classname="${xmlText(finding.ruleId)}" name="${xmlText(`${finding.title}: ${subject}`)}" time="0"${place}>`;
  const body = xmlText([finding.message, `Fix: ${finding.remediation}`, ...(finding.location ? [`At ${finding.location.file}:${finding.location.line}:${finding.location.column}`] : [])].join('\n'));
  const waived = finding.waiver !== null && finding.waiver.state !== 'expired';
  if (finding.verdict === 'error') return { state: 'error', xml: `${open}<error type="${finding.severity}" message="${xmlText(finding.message)}">${body}</error></testcase>` };
  if (waived) return { state: 'skipped', xml: `${open}<skipped message="${xmlText(`${finding.verdict}, waived by ${finding.waiver?.id ?? ''} until ${finding.waiver?.expiresAt ?? ''}`)}"/></testcase>` };
  if (finding.verdict === 'fail' || blocks) return { state: 'failure', xml: `${open}<failure type="${finding.verdict} ${finding.severity}" message="${xmlText(finding.message)}">${body}</failure></testcase>` };
  return { state: 'skipped', xml: `${open}<skipped message="${xmlText(`unknown: ${finding.message}`)}"/></testcase>` };
}

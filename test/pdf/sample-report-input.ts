import { type AuditResult, type FindingOfResult, type RuleResult } from '../../src/core/audit/audit-result.js';
import { type Evidence } from '../../src/core/inventory/evidence.js';
import { type InventorySnapshot } from '../../src/core/inventory/inventory-snapshot.js';
import { type ReportInput } from '../../src/core/report/report-input.js';
import { oscalExporter } from '../../src/exporters/oscal/oscal.exporter.js';

const digest = (letter: string): string => letter.repeat(64);
export const asOf = '2026-11-23T09:30:00Z';

const evidence = (id: string, line: number): Evidence => ({ id, source: 'domicile.yaml', sha256: digest('a'), locator: `domicile.yaml:${line}:5`, line, column: 5, importer: 'domicile-yaml', confidence: 'declared', effective: '2026-11-01' });

const rule = (ruleId: string, severity: RuleResult['severity'], counts: Partial<RuleResult['counts']>): RuleResult => ({
  ruleId,
  pack: 'transfers',
  title: `Statement of rule ${ruleId}`,
  severity,
  rationale: 'Data of policyholders must not be reachable under the law of a third country without a tool.',
  remediation: 'Sign the standard contractual clauses, or move the processing into the EEA.',
  controls: ['GDPR-44', 'GDPR-46'],
  counts: { pass: 0, fail: 0, unknown: 0, error: 0, 'not-applicable': 0, ...counts },
  unverifiedFacts: [],
});

const finding = (ruleId: string, severity: FindingOfResult['severity'], verdict: FindingOfResult['verdict'], more: Partial<FindingOfResult> = {}): FindingOfResult => ({
  fingerprint: `${ruleId}-${verdict}`,
  ruleId,
  pack: 'transfers',
  title: `Statement of rule ${ruleId}`,
  severity,
  verdict,
  subject: 'deployment/claims',
  element: 'flow/claims/prompts',
  message: 'Prompts reach the United States and no transfer tool is shown to hold.',
  rationale: 'Data of policyholders must not be reachable under the law of a third country without a tool.',
  remediation: 'Sign the standard contractual clauses, or move the processing into the EEA.',
  controls: ['GDPR-44', 'GDPR-46'],
  explanation: [{ expression: 'flow.leavesEea', result: verdict === 'fail' ? false : 'unknown', operands: [{ path: 'flow.leavesEea', value: verdict === 'fail' ? true : undefined, evidence: 'ev-000000000001' }] }],
  missing: verdict === 'unknown' ? ['flow.transferBasis.mechanism'] : [],
  facts: [],
  location: { file: 'domicile.yaml', line: 12, column: 5 },
  waiver: null,
  baselineState: null,
  ...more,
});

/** A small audit with every outcome, a waiver in force, one that expired, a contradiction and compared options. */
export function sampleResult(): AuditResult {
  const inForce = { id: 'WVR-1', reason: 'compensating-control', approvedBy: ['ines@nordlicht.example'], expiresAt: '2027-03-31' };
  const common = { pack: 'transfers', reason: 'risk-accepted', justification: 'The provider confirmed deletion within a day.', requestedBy: 'jonas@nordlicht.example', approvedBy: ['ines@nordlicht.example'] };
  return {
    schema: 'domicile/audit-result/1',
    engine: 'domicile/0.1.0',
    asOf,
    organisation: { id: 'nordlicht', name: 'Nordlicht Versicherung SE' },
    conclusion: 'non-conforming',
    gate: { blocked: true, by: [] },
    digests: { snapshot: `sha256:${digest('b')}`, packs: { 'transfers@1.0.0': `sha256:${digest('c')}` }, facts: `sha256:${digest('d')}` },
    counts: { pass: 7, fail: 3, unknown: 1, error: 1, 'not-applicable': 4, waived: 1 },
    rules: [rule('TRF-01', 'critical', { pass: 3, fail: 1 }), rule('TRF-02', 'high', { pass: 4, fail: 2 }), rule('TRF-03', 'medium', { unknown: 1, 'not-applicable': 4 }), rule('TRF-04', 'low', { error: 1 })],
    findings: [
      finding('TRF-01', 'critical', 'fail'),
      finding('TRF-02', 'high', 'fail', { waiver: { ...inForce, state: 'active' } }),
      finding('TRF-03', 'medium', 'unknown', { fingerprint: 'third', waiver: { ...inForce, id: 'WVR-2', state: 'expired', expiresAt: '2026-09-30' } }),
      finding('TRF-04', 'low', 'error', { subject: 'model/llama', location: null }),
    ],
    options: [
      { deployment: 'claims', option: 'as-is', title: 'As it is', kind: 'status-quo', admissible: 'no', breaks: [{ ruleId: 'TRF-01', severity: 'critical', verdict: 'fail', message: 'Prompts reach the United States.' }] },
      { deployment: 'claims', option: 'own', title: 'Llama in the own data centre', kind: 'open-weights-on-premises', admissible: 'yes', breaks: [] },
      { deployment: 'claims', option: 'region', title: 'API in Sweden', kind: 'closed-api-in-region', admissible: 'unknown', breaks: [{ ruleId: 'flows-not-stated', severity: 'high', verdict: 'unknown', message: 'Nothing states where it would send data.' }] },
    ],
    waivers: [
      { id: 'WVR-1', state: 'active', rules: ['TRF-02'], validFrom: '2026-07-01', expiresAt: '2027-03-31', matched: ['TRF-02 deployment/claims'], compensatingMeasure: 'Daily comparison of the sub-processor list', ...common },
      { id: 'WVR-2', state: 'expired', note: 'expired 2026-09-30', rules: ['TRF-03'], validFrom: '2026-04-01', expiresAt: '2026-09-30', matched: ['TRF-03 deployment/claims'], ...common },
    ],
    contradictions: [{ record: 'model/llama', pointer: '/licence/expression', decided: false, claims: [{ value: 'MIT', source: 'README.md', line: 3, confidence: 'declared' }, { value: 'Apache-2.0', source: 'domicile.yaml', line: 40, confidence: 'declared' }] }],
    egress: [],
    licences: [],
    diff: null,
    evidence: [evidence('ev-000000000001', 12), evidence('ev-000000000002', 40)],
    problems: [{ file: 'notes.txt', code: 'unrecognised', message: 'no importer recognises this file; give a domicile.yaml', level: 'warning' }],
  };
}

/** The inventory the sample audit was made of. */
export function sampleSnapshot(): InventorySnapshot {
  const source = { path: 'domicile.yaml', sha256: digest('a'), importer: 'domicile-yaml', effective: '2026-11-01' };
  const origin = { source: 0, line: 40, column: 5, confidence: 'declared' as const };
  return {
    digest: `sha256:${digest('b')}`,
    digests: { deployments: new Map(), rest: digest('b') },
    asOf,
    organisation: { id: 'nordlicht', name: 'Nordlicht Versicherung SE', seat: 'DE' },
    legalEntities: [],
    providers: [
      { id: 'openai', name: 'OpenAI Ireland Ltd', kind: 'model-api', country: 'IE', ultimateParent: 'OpenAI Inc', ultimateParentCountry: 'US', rank: 1, substitutability: 'medium', contract: { reference: 'OAI-77' } },
      { id: 'own', name: 'Nordlicht IT', kind: 'own', country: 'DE' },
    ],
    licences: [],
    models: [
      { id: 'llama', name: 'Llama 3.1 70B Instruct', developer: 'Meta', licence: { expression: 'LicenseRef-Llama-3.1-Community' } },
      { id: 'llama-awq', name: 'Llama 3.1 70B, AWQ', developer: 'Nordlicht IT', licence: { expression: 'LicenseRef-Llama-3.1-Community' } },
      { id: 'gpt', name: 'GPT-5.5', developer: 'OpenAI', licence: { expression: 'LicenseRef-OpenAI-Services-Agreement' } },
    ],
    weights: [{ id: 'w1', model: 'llama-awq', file: 'model-00001-of-00009.safetensors', format: 'safetensors', quantisation: 'AWQ-4bit', sha256: digest('e'), verification: 'digest' }],
    lineage: [{ id: 'llama-awq quantized llama', child: 'llama-awq', parent: 'llama', relation: 'quantized' }],
    deployments: [
      { id: 'claims', name: 'Claims assistant', purpose: 'Summarise claim files', model: 'gpt', provider: 'openai', route: 'closed-api', criticality: 'critical', place: { kind: 'managed-api', country: 'US' } },
      { id: 'search', name: 'Contract search', model: 'llama-awq', provider: 'own', route: 'self-hosted', place: { kind: 'on-premises', country: 'DE', region: 'Hannover' } },
    ],
    codeCalls: [],
  dataFlows: [
      { id: 'claims/prompts', deployment: 'claims', stage: 'prompt', to: 'openai', personalData: true, specialCategories: true, categories: ['user.health_and_medical'], processingCountries: ['US'], storageCountries: ['IE'], transferBasis: { mechanism: 'dpf' } },
      { id: 'search/queries', deployment: 'search', stage: 'prompt', to: 'own', processingCountries: ['DE'] },
      { id: 'search/telemetry', deployment: 'search', stage: 'telemetry' },
    ],
    contradictions: [],
    sources: [source],
    origins: new Map([['model/llama', new Map([['', [origin]]])]]),
  };
}

/** What a report is composed from, without its words and fonts. */
export function sampleReportInput(): Omit<ReportInput, 'covers' | 'wording' | 'template'> {
  const result = sampleResult();
  return {
    result,
    resultBytes: new TextEncoder().encode(JSON.stringify(result)),
    oscalBytes: new TextEncoder().encode(oscalExporter.export(result)),
    snapshot: sampleSnapshot(),
    language: 'en',
    meta: { id: 'DOM-2026-0001', version: '1.0', classification: 'Confidential' },
  };
}

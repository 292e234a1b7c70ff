/** A pack of three rules whose answers a manifest chooses: `commercial` decides G-1 (high), `criticality` G-2 (low), each flow's retention G-3 (high). */
export const gatePack = `apiVersion: domicile/v1
kind: PolicyPack
metadata: { id: gate, title: Gate, version: 1.2.0, owner: tests, inventorySchema: domicile/inventory/1 }
waivers: { maxDays: 90, noticeDays: 10, approverRoles: [officer] }
rules:
  - id: G-1
    title: It is commercial
    severity: high
    subject: deployment
    controls: [GDPR-44]
    rationale: A rule that a manifest can pass, fail and leave open.
    check: deployment.commercial
    message: "\${deployment.id} is commercial: \${deployment.commercial}"
    remediation: Write commercial true.
    evidence: [deployment.commercial]
  - id: G-2
    title: It is standard
    severity: low
    subject: deployment
    controls: [GDPR-44]
    rationale: A rule below the usual gate.
    check: deployment.criticality == 'standard'
    message: "\${deployment.id} is \${deployment.criticality}"
    remediation: Write criticality standard.
    evidence: [deployment.criticality]
  - id: G-3
    title: Data is kept a month at most
    severity: high
    subject: flow
    controls: [GDPR-44]
    rationale: A rule about elements.
    check: flow.retentionDays <= 30
    message: "\${flow.id} keeps \${flow.retentionDays}"
    remediation: Keep it shorter.
    evidence: [flow.retentionDays]
`;

export interface GateAnswers {
  readonly commercial?: boolean;
  readonly criticality?: string;
  readonly retentionDays?: number;
  readonly country?: string;
  readonly licence?: string;
  readonly extra?: string;
}

export const passing: GateAnswers = { commercial: true, criticality: 'standard' };

/** A manifest of one deployment, with a flow where a retention is given. */
export function gateManifest({ commercial, criticality, retentionDays, country = 'DE', licence = 'MIT', extra = '' }: GateAnswers): string {
  return [
    'domicile: 1',
    'organisation: { id: acme }',
    'packs: [./pack.yaml]',
    'models:',
    `  - { id: m, licence: { expression: ${licence} } }`,
    'deployments:',
    '  - id: d',
    '    model: m',
    '    status: live',
    ...(commercial === undefined ? [] : [`    commercial: ${String(commercial)}`]),
    ...(criticality === undefined ? [] : [`    criticality: ${criticality}`]),
    ...(retentionDays === undefined ? [] : ['    flows:', `      - { id: f, stage: prompt, to: p, processingCountries: [${country}], retentionDays: ${retentionDays} }`]),
    extra,
    '',
  ].join('\n');
}

export interface WaiverChanges {
  readonly id?: string;
  readonly rules?: string;
  readonly subject?: string;
  readonly approvedBy?: string;
  readonly role?: string;
  readonly validFrom?: string;
  readonly expiresAt?: string;
  readonly guard?: string;
}

/** A waiver of G-1 on the deployment, in force on 2026-06-01 unless changed. */
export function gateWaiver({ id = 'W-1', rules = 'G-1', subject = 'deployment/d', approvedBy = 'ada', role = 'officer', validFrom = '2026-05-01', expiresAt = '2026-07-01', guard }: WaiverChanges = {}): string {
  return [
    'apiVersion: domicile/v1',
    'kind: Waiver',
    `id: ${id}`,
    `rules: [${rules}]`,
    'pack: gate',
    'packVersion: ">=1.0.0 <2.0.0"',
    'subjects:',
    `  - { subject: ${subject} }`,
    ...(guard === undefined ? [] : [`while: "${guard}"`]),
    'reason: risk-accepted',
    'justification: tests',
    'requestedBy: grace',
    `approvals: [{ by: ${approvedBy}, role: ${role}, at: 2026-04-15 }]`,
    `validFrom: ${validFrom}`,
    `expiresAt: ${expiresAt}`,
    '',
  ].join('\n');
}

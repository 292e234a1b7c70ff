import { type PolicyPack } from '../api/shapes.js';

/** What a new policy begins with: a pack with one rule and its tests, or an overlay of a pack. */
export function startingText(name: string, base: PolicyPack | undefined): string {
  const id = name === '' ? 'house-rules' : name;
  return base === undefined ? packText(id) : overlayText(id, base);
}

function packText(id: string): string {
  return `apiVersion: domicile/v1
kind: PolicyPack
metadata:
  id: ${id}
  title: House rules
  version: 1.0.0
  owner: Compliance
  inventorySchema: domicile/inventory/1
fixtures:
  helpdesk:
    deployment: { id: helpdesk, criticality: low }
rules:
  - id: HOUSE-01
    title: Nothing critical runs without a second look
    severity: high
    subject: deployment
    controls: [GDPR-32]
    rationale: Why the organisation asks this.
    check: deployment.criticality != 'critical'
    message: \${deployment.id} is critical
    remediation: What to do about it.
    tests:
      - { name: not critical, fixture: helpdesk, expect: pass }
      - { name: critical, fixture: helpdesk, patch: { deployment: { criticality: critical } }, expect: fail }
      - { name: nobody knows, fixture: helpdesk, patch: { deployment: { criticality: null } }, expect: unknown }
`;
}

function overlayText(id: string, { id: pack, version, rules }: PolicyPack): string {
  const [rule] = rules;
  return `apiVersion: domicile/v1
kind: PolicyOverlay
metadata:
  id: ${id}
  title: What we ask beyond ${pack}
extends:
  pack: ${pack}
  version: "${version.split('.')[0] ?? '1'}"
rules:
  ${rule?.id ?? 'RULE-01'}:
    severity: critical
`;
}

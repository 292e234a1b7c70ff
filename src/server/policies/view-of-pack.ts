import { type CompiledPack } from '../../core/policy/compiled-pack.js';
import { type PolicyPackView } from './policy-shapes.js';

/** A pack as the API tells it. @param tests how many each rule has */
export function viewOfPack({ id, title, version, owner, description, recommended, digest, waivers, rules }: CompiledPack, tests: Readonly<Record<string, number>>, source: PolicyPackView['source']): PolicyPackView {
  return {
    id,
    title,
    version,
    owner,
    description: description ?? null,
    recommended,
    source,
    digest,
    waivers: waivers === undefined ? null : { ...waivers, approverRoles: [...waivers.approverRoles] },
    rules: rules.map(({ id: rule, title: name, severity, subject, controls, rationale, remediation, check, enabled }) => ({ id: rule, title: name, severity: severity.map((dated) => ({ ...dated })), subject, controls: [...controls], rationale, remediation, check: check.source, enabled, tests: tests[rule] ?? 0 })),
  };
}

/** The rules of the policy benchmark, in the policy language. */
export const params = { mechanisms: ['scc', 'bcr'], openLicences: ['Apache-2.0', 'MIT', 'BSD-3-Clause', 'CC-BY-4.0', 'ISC', 'MPL-2.0'], listCheckDays: 365, assessmentDays: 365, dpiaDays: 730, fallbackDays: 180, termsDays: 90 };

const rule = (id, subject, appliesTo, check) => ({ id, subject, ...(appliesTo === '' ? {} : { appliesTo }), check });

export const rules = [
  rule('flow-ground', 'flow', 'flow.personal && flow.leavesEea', 'flow.covered || flow.transferBasis.mechanism in params.mechanisms'),
  rule('flow-destinations', 'flow', 'flow.personal', "flow.destinations.all(d, d.inEea || d.adequacy in ['adequate', 'partial'])"),
  rule('flow-certified', 'flow', 'flow.toUnitedStates && flow.restsOnAdequacy', 'flow.recipient.transfersCertified && now - flow.recipient.dpfCheckedAt <= days(params.listCheckDays)'),
  rule('flow-fallback', 'flow', "flow.transferBasis.mechanism in ['adequacy', 'dpf']", 'flow.transferBasis.fallbackMechanism in params.mechanisms'),
  rule('flow-assessment', 'flow', 'flow.leavesEea && !flow.covered', 'has(flow.transferBasis.transferAssessment) && now - flow.transferBasis.transferAssessment.date <= days(params.assessmentDays)'),
  rule('flow-reach', 'flow', 'flow.personal', '!flow.foreignReach || flow.keysOutOfReach && !flow.readable'),
  rule('flow-scope', 'flow', "flow.stage in ['prompt', 'completion', 'embedding']", "flow.scope in ['site', 'region']"),
  rule('flow-onward', 'flow', 'flow.personal', 'flow.onwardTo.all(s, s.covered || s.mechanism in params.mechanisms)'),
  rule('flow-storage', 'flow', '', "flow.localStorage.all(l, l.strength == 'soft' || l.kept)"),
  rule('flow-retention', 'flow', 'flow.personal', 'flow.retentionDays <= organisation.personalDataPolicyDays && flow.recipient.keepsDays <= organisation.personalDataPolicyDays'),
  rule('licence-known', 'deployment', '', 'deployment.licences.all(l, l.known)'),
  rule('licence-commercial', 'deployment', 'deployment.commercial', "deployment.licences.all(l, l.commercialUse == 'yes')"),
  rule('licence-cap', 'deployment', 'deployment.commercial', 'deployment.licences.all(l, !l.capped || l.cap.actual < l.cap.threshold)'),
  rule('licence-territory', 'deployment', '', '!deployment.licences.exists(l, l.excludedCountries.exists(c, c in l.places))'),
  rule('licence-use', 'deployment', '', '!deployment.licences.exists(l, l.restrictedUses.exists(u, u.tag in deployment.uses))'),
  rule('engine-alive', 'deployment', "deployment.status == 'live'", "deployment.engine.lifecycle != 'archived' && has(deployment.engine.patchOwner)"),
  rule('impact-assessed', 'deployment', "deployment.environment == 'production'", "deployment.dpia.status == 'not-required' || deployment.dpia.status == 'done' && now - deployment.dpia.date <= days(params.dpiaDays)"),
  rule('fallback-tested', 'deployment', "deployment.closed && deployment.criticality in ['critical', 'important']", 'now - deployment.fallback.testedAt <= days(params.fallbackDays)'),
  rule('model-pinned', 'model', '', "model.source.revision.matches('^[0-9a-f]{40}$')"),
  rule('weights-verified', 'model', '', 'model.artefacts.all(a, a.digestMatches && !a.unsafe)'),
  rule('lineage-whole', 'model', '', 'model.lineage.all(a, a.recorded && !a.freer)'),
  rule('terms-read', 'model', '', 'model.licence.expression in params.openLicences || now - model.termsReadAt <= days(params.termsDays)'),
];

/** The same in the CEL that other engines understand: times through a function, since they take documents as they are. */
export const portable = (source) =>
  source
    .replace(/now - ([\w.]+) <= days\(([\w.]+)\)/g, 'daysSince($1) <= $2')
    .replace(/([\w.]+)\.matches\(('[^']*')\)/g, 'matchesText($1, $2)');

export const pack = {
  apiVersion: 'domicile/v1',
  kind: 'PolicyPack',
  metadata: { id: 'benchmark', title: 'Benchmark', version: '1.0.0', owner: 'Domicile', inventorySchema: 'domicile/inventory/1' },
  params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, { type: Array.isArray(value) ? 'list<string>' : 'number', default: value }])),
  rules: rules.map((each) => ({ ...each, title: each.id, severity: 'high', controls: ['BENCH'], rationale: 'benchmark', message: `${each.id} does not hold`, remediation: 'none' })),
};

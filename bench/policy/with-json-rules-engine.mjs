/** The rules of the policy benchmark for json-rules-engine: scalars by path, lists and dates by operators of our own. It knows no unknown. */
import { Engine } from 'json-rules-engine';

const dayMilliseconds = 86_400_000;
const at = (fact, path, operator, value) => ({ fact, path: `$.${path}`, operator, value });
const is = (fact, path, value = true) => at(fact, path, 'equal', value);
const not = (condition) => ({ not: condition });

export function jsonRulesEngines(params, now) {
  const operators = {
    withinDays: (text, days) => now - Date.parse(text) <= days * dayMilliseconds,
    matches: (text, pattern) => new RegExp(pattern).test(text),
    everyDestination: (list) => list.every(({ inEea, adequacy }) => inEea || adequacy === 'adequate' || adequacy === 'partial'),
    everyOnward: (list, mechanisms) => list.every(({ covered, mechanism }) => covered || mechanisms.includes(mechanism)),
    everyStored: (list) => list.every(({ strength, kept }) => strength === 'soft' || kept),
    everyKnown: (list) => list.every(({ known }) => known),
    everyCommercial: (list) => list.every(({ commercialUse }) => commercialUse === 'yes'),
    everyBelowCap: (list) => list.every(({ capped, cap }) => !capped || cap?.actual < cap?.threshold),
    noneExcluded: (list) => !list.some(({ excludedCountries = [], places = [] }) => excludedCountries.some((country) => places.includes(country))),
    noneRestricted: ({ licences = [], uses = [] }) => !licences.some(({ restrictedUses = [] }) => restrictedUses.some(({ tag }) => uses.includes(tag))),
    everyVerified: (list) => list.every(({ digestMatches, unsafe }) => digestMatches && !unsafe),
    everyRecorded: (list) => list.every(({ recorded, freer }) => recorded && !freer),
    present: (value, wanted) => (value != null) === wanted,
    atMost: (value, limit) => value <= limit,
  };
  const engineOf = (rules) => {
    const engine = new Engine([], { allowUndefinedFacts: true });
    for (const [name, operator] of Object.entries(operators)) engine.addOperator(name, (value, expected) => (name === 'present' ? operator(value, expected) : value != null && operator(value, expected)));
    for (const [name, conditions] of rules) engine.addRule({ name, conditions, event: { type: name } });
    return engine;
  };
  const personal = is('flow', 'personal');
  return {
    flow: engineOf([
      ['flow-ground', { all: [personal, is('flow', 'leavesEea'), { any: [is('flow', 'covered'), at('flow', 'transferBasis.mechanism', 'in', params.mechanisms)] }] }],
      ['flow-destinations', { all: [personal, at('flow', 'destinations', 'everyDestination', true)] }],
      ['flow-certified', { all: [is('flow', 'toUnitedStates'), is('flow', 'restsOnAdequacy'), is('flow', 'recipient.transfersCertified'), at('flow', 'recipient.dpfCheckedAt', 'withinDays', params.listCheckDays)] }],
      ['flow-fallback', { all: [at('flow', 'transferBasis.mechanism', 'in', ['adequacy', 'dpf']), at('flow', 'transferBasis.fallbackMechanism', 'in', params.mechanisms)] }],
      ['flow-assessment', { all: [is('flow', 'leavesEea'), is('flow', 'covered', false), at('flow', 'transferBasis.transferAssessment.date', 'withinDays', params.assessmentDays)] }],
      ['flow-reach', { all: [personal, { any: [is('flow', 'foreignReach', false), { all: [is('flow', 'keysOutOfReach'), is('flow', 'readable', false)] }] }] }],
      ['flow-scope', { all: [at('flow', 'stage', 'in', ['prompt', 'completion', 'embedding']), at('flow', 'scope', 'in', ['site', 'region'])] }],
      ['flow-onward', { all: [personal, at('flow', 'onwardTo', 'everyOnward', params.mechanisms)] }],
      ['flow-storage', { all: [at('flow', 'localStorage', 'everyStored', true)] }],
      ['flow-retention', { all: [personal, at('flow', 'retentionDays', 'atMost', { fact: 'organisation', path: '$.personalDataPolicyDays' }), at('flow', 'recipient.keepsDays', 'atMost', { fact: 'organisation', path: '$.personalDataPolicyDays' })] }],
    ]),
    deployment: engineOf([
      ['licence-known', { all: [at('deployment', 'licences', 'everyKnown', true)] }],
      ['licence-commercial', { all: [is('deployment', 'commercial'), at('deployment', 'licences', 'everyCommercial', true)] }],
      ['licence-cap', { all: [is('deployment', 'commercial'), at('deployment', 'licences', 'everyBelowCap', true)] }],
      ['licence-territory', { all: [at('deployment', 'licences', 'noneExcluded', true)] }],
      ['licence-use', { all: [{ fact: 'deployment', operator: 'noneRestricted', value: true }] }],
      ['engine-alive', { all: [is('deployment', 'status', 'live'), not(is('deployment', 'engine.lifecycle', 'archived')), at('deployment', 'engine.patchOwner', 'present', true)] }],
      ['impact-assessed', { all: [is('deployment', 'environment', 'production'), { any: [is('deployment', 'dpia.status', 'not-required'), { all: [is('deployment', 'dpia.status', 'done'), at('deployment', 'dpia.date', 'withinDays', params.dpiaDays)] }] }] }],
      ['fallback-tested', { all: [is('deployment', 'closed'), at('deployment', 'criticality', 'in', ['critical', 'important']), at('deployment', 'fallback.testedAt', 'withinDays', params.fallbackDays)] }],
    ]),
    model: engineOf([
      ['model-pinned', { all: [at('model', 'source.revision', 'matches', '^[0-9a-f]{40}$')] }],
      ['weights-verified', { all: [at('model', 'artefacts', 'everyVerified', true)] }],
      ['lineage-whole', { all: [at('model', 'lineage', 'everyRecorded', true)] }],
      ['terms-read', { any: [at('model', 'licence.expression', 'in', params.openLicences), at('model', 'termsReadAt', 'withinDays', params.termsDays)] }],
    ]),
  };
}

/** The rules of the policy benchmark written by hand in plain JavaScript: the same answers, unknown included, and nothing else. */
const PASS = 0;
const FAIL = 1;
const UNKNOWN = 2;
const NOT_APPLICABLE = 3;
const dayMilliseconds = 86_400_000;

export const outcomeNames = ['pass', 'fail', 'unknown', 'not-applicable'];

const verdict = (answer) => (answer === undefined ? UNKNOWN : answer ? PASS : FAIL);
/** Undefined where the date is missing or no date. */
const within = (text, days, now) => {
  if (text == null) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : now - at <= days * dayMilliseconds;
};
const both = (a, b) => (a === false || b === false ? false : a === true && b === true ? true : undefined);
const either = (a, b) => (a === true || b === true ? true : a === false && b === false ? false : undefined);

export function byHand(params, now) {
  const mechanisms = new Set(params.mechanisms);
  const openLicences = new Set(params.openLicences);
  const revision = /^[0-9a-f]{40}$/;
  const valid = (mechanism) => (mechanism == null ? undefined : mechanisms.has(mechanism));

  function flowGround({ flow }) {
    const { personal, leavesEea } = flow;
    if (personal === false || leavesEea === false) return NOT_APPLICABLE;
    if (personal == null || leavesEea == null) return UNKNOWN;
    if (flow.covered === true) return PASS;
    const ground = valid(flow.transferBasis?.mechanism);
    if (ground === true) return PASS;
    return flow.covered === false && ground === false ? FAIL : UNKNOWN;
  }
  function flowDestinations({ flow }) {
    if (flow.personal !== true) return flow.personal === false ? NOT_APPLICABLE : UNKNOWN;
    if (flow.destinations == null) return UNKNOWN;
    let result = PASS;
    for (const { inEea, adequacy } of flow.destinations) {
      if (inEea === true || adequacy === 'adequate' || adequacy === 'partial') continue;
      if (inEea === false && adequacy != null) return FAIL;
      result = UNKNOWN;
    }
    return result;
  }
  function flowCertified({ flow }) {
    const { toUnitedStates, restsOnAdequacy } = flow;
    if (toUnitedStates === false || restsOnAdequacy === false) return NOT_APPLICABLE;
    if (toUnitedStates == null || restsOnAdequacy == null) return UNKNOWN;
    const certified = flow.recipient?.transfersCertified;
    if (certified === false) return FAIL;
    const checked = within(flow.recipient?.dpfCheckedAt, params.listCheckDays, now);
    if (checked === false) return FAIL;
    return certified === true && checked === true ? PASS : UNKNOWN;
  }
  function flowFallback({ flow }) {
    const mechanism = flow.transferBasis?.mechanism;
    if (mechanism == null) return UNKNOWN;
    if (mechanism !== 'adequacy' && mechanism !== 'dpf') return NOT_APPLICABLE;
    return verdict(valid(flow.transferBasis.fallbackMechanism));
  }
  function flowAssessment({ flow }) {
    const { leavesEea, covered } = flow;
    if (leavesEea === false || covered === true) return NOT_APPLICABLE;
    if (leavesEea == null || covered == null) return UNKNOWN;
    if (flow.transferBasis == null) return UNKNOWN;
    if (flow.transferBasis.transferAssessment == null) return FAIL;
    return verdict(within(flow.transferBasis.transferAssessment.date, params.assessmentDays, now));
  }
  function flowReach({ flow }) {
    if (flow.personal !== true) return flow.personal === false ? NOT_APPLICABLE : UNKNOWN;
    const { foreignReach, keysOutOfReach, readable } = flow;
    if (foreignReach === false) return PASS;
    if (keysOutOfReach === true && readable === false) return PASS;
    return foreignReach === true && (keysOutOfReach === false || readable === true) ? FAIL : UNKNOWN;
  }
  function flowScope({ flow }) {
    const { stage, scope } = flow;
    if (stage == null) return UNKNOWN;
    if (stage !== 'prompt' && stage !== 'completion' && stage !== 'embedding') return NOT_APPLICABLE;
    if (scope == null) return UNKNOWN;
    return scope === 'site' || scope === 'region' ? PASS : FAIL;
  }
  function flowOnward({ flow }) {
    if (flow.personal !== true) return flow.personal === false ? NOT_APPLICABLE : UNKNOWN;
    if (flow.onwardTo == null) return UNKNOWN;
    let result = PASS;
    for (const { covered, mechanism } of flow.onwardTo) {
      if (covered === true) continue;
      const ground = valid(mechanism);
      if (ground === true) continue;
      if (covered === false && ground === false) return FAIL;
      result = UNKNOWN;
    }
    return result;
  }
  function flowStorage({ flow }) {
    if (flow.localStorage == null) return UNKNOWN;
    let result = PASS;
    for (const { strength, kept } of flow.localStorage) {
      if (strength === 'soft' || kept === true) continue;
      if (kept === false && strength != null) return FAIL;
      result = UNKNOWN;
    }
    return result;
  }
  function flowRetention({ flow, organisation }) {
    if (flow.personal !== true) return flow.personal === false ? NOT_APPLICABLE : UNKNOWN;
    const limit = organisation.personalDataPolicyDays;
    if (limit == null) return UNKNOWN;
    const kept = flow.retentionDays;
    const keeps = flow.recipient?.keepsDays;
    if ((kept != null && kept > limit) || (keeps != null && keeps > limit)) return FAIL;
    return kept == null || keeps == null ? UNKNOWN : PASS;
  }
  function licenceKnown({ deployment }) {
    if (deployment.licences == null) return UNKNOWN;
    let result = PASS;
    for (const { known } of deployment.licences) {
      if (known === false) return FAIL;
      if (known == null) result = UNKNOWN;
    }
    return result;
  }
  function licenceCommercial({ deployment }) {
    if (deployment.commercial !== true) return deployment.commercial === false ? NOT_APPLICABLE : UNKNOWN;
    if (deployment.licences == null) return UNKNOWN;
    let result = PASS;
    for (const { commercialUse } of deployment.licences) {
      if (commercialUse === 'yes') continue;
      if (commercialUse != null) return FAIL;
      result = UNKNOWN;
    }
    return result;
  }
  function licenceCap({ deployment }) {
    if (deployment.commercial !== true) return deployment.commercial === false ? NOT_APPLICABLE : UNKNOWN;
    if (deployment.licences == null) return UNKNOWN;
    let result = PASS;
    for (const { capped, cap } of deployment.licences) {
      if (capped === false) continue;
      const below = cap?.actual == null || cap.threshold == null ? undefined : cap.actual < cap.threshold;
      if (below === true) continue;
      if (capped === true && below === false) return FAIL;
      result = UNKNOWN;
    }
    return result;
  }
  function licenceTerritory({ deployment }) {
    if (deployment.licences == null) return UNKNOWN;
    let result = PASS;
    for (const { excludedCountries, places } of deployment.licences) {
      if (excludedCountries == null) {
        result = UNKNOWN;
        continue;
      }
      for (const country of excludedCountries) {
        if (places == null) result = UNKNOWN;
        else if (places.includes(country)) return FAIL;
      }
    }
    return result;
  }
  function licenceUse({ deployment }) {
    if (deployment.licences == null) return UNKNOWN;
    let result = PASS;
    for (const { restrictedUses } of deployment.licences) {
      if (restrictedUses == null) {
        result = UNKNOWN;
        continue;
      }
      for (const { tag } of restrictedUses) {
        if (tag == null || deployment.uses == null) result = UNKNOWN;
        else if (deployment.uses.includes(tag)) return FAIL;
      }
    }
    return result;
  }
  function engineAlive({ deployment }) {
    if (deployment.status == null) return UNKNOWN;
    if (deployment.status !== 'live') return NOT_APPLICABLE;
    const { engine } = deployment;
    if (engine == null) return UNKNOWN;
    if (engine.lifecycle === 'archived' || engine.patchOwner == null) return FAIL;
    return engine.lifecycle == null ? UNKNOWN : PASS;
  }
  function impactAssessed({ deployment }) {
    if (deployment.environment == null) return UNKNOWN;
    if (deployment.environment !== 'production') return NOT_APPLICABLE;
    const status = deployment.dpia?.status;
    if (status === 'not-required') return PASS;
    const done = status == null ? undefined : status === 'done';
    if (done === false) return FAIL;
    return verdict(either(status == null ? undefined : false, both(done, within(deployment.dpia?.date, params.dpiaDays, now))));
  }
  function fallbackTested({ deployment }) {
    const { closed, criticality } = deployment;
    if (closed === false || (criticality != null && criticality !== 'critical' && criticality !== 'important')) return NOT_APPLICABLE;
    if (closed == null || criticality == null) return UNKNOWN;
    return verdict(within(deployment.fallback?.testedAt, params.fallbackDays, now));
  }
  function modelPinned({ model }) {
    const at = model.source?.revision;
    return at == null ? UNKNOWN : revision.test(at) ? PASS : FAIL;
  }
  function weightsVerified({ model }) {
    if (model.artefacts == null) return UNKNOWN;
    let result = PASS;
    for (const { digestMatches, unsafe } of model.artefacts) {
      if (digestMatches === false || unsafe === true) return FAIL;
      if (digestMatches == null || unsafe == null) result = UNKNOWN;
    }
    return result;
  }
  function lineageWhole({ model }) {
    if (model.lineage == null) return UNKNOWN;
    let result = PASS;
    for (const { recorded, freer } of model.lineage) {
      if (recorded === false || freer === true) return FAIL;
      if (recorded == null || freer == null) result = UNKNOWN;
    }
    return result;
  }
  function termsRead({ model }) {
    const expression = model.licence?.expression;
    if (expression != null && openLicences.has(expression)) return PASS;
    const read = within(model.termsReadAt, params.termsDays, now);
    if (read === true) return PASS;
    return expression != null && read === false ? FAIL : UNKNOWN;
  }

  return {
    flow: [flowGround, flowDestinations, flowCertified, flowFallback, flowAssessment, flowReach, flowScope, flowOnward, flowStorage, flowRetention],
    deployment: [licenceKnown, licenceCommercial, licenceCap, licenceTerritory, licenceUse, engineAlive, impactAssessed, fallbackTested],
    model: [modelPinned, weightsVerified, lineageWhole, termsRead],
  };
}

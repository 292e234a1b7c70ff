/** Generated documents of about 5 kB: one deployment with five flows and three models, some fields left out as in real registers. */

/** Mulberry32, so that every run measures the same documents. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function documents(count, seed = 1) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const chance = (share) => next() < share;
  const day = () => `2026-${String(1 + Math.floor(next() * 11)).padStart(2, '0')}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`;
  const times = (most, make) => Array.from({ length: Math.floor(next() * (most + 1)) }, (_, index) => make(index));
  const hex = (length) => Array.from({ length }, () => pick([...'0123456789abcdef'])).join('');
  const mechanism = () => pick(['not-needed', 'adequacy', 'dpf', 'scc', 'scc', 'bcr', 'none']);
  /** Leaves out optional members now and then. */
  const sparse = (object, share = 0.06) => Object.fromEntries(Object.entries(object).filter(([name]) => ['id', 'known', 'recorded', 'strength'].includes(name) || !chance(share)));

  const flow = (deployment) => (index) =>
    sparse({
      id: `${deployment}/f${index}`, stage: pick(['prompt', 'completion', 'embedding', 'log', 'telemetry', 'support', 'backup']), to: `provider-${index}`, categories: ['user.contact.email'],
      personal: chance(0.8), leavesEea: chance(0.5), covered: chance(0.6), restsOnAdequacy: chance(0.5), toUnitedStates: chance(0.4), foreignReach: chance(0.5), keysOutOfReach: chance(0.5), readable: chance(0.6),
      scope: pick(['site', 'region', 'region', 'geography', 'global']), retentionDays: Math.floor(next() * 60),
      recipient: sparse({ id: `provider-${index}`, country: pick(['DE', 'IE', 'US']), parentCountry: pick(['DE', 'US', 'US']), recorded: chance(0.9), transfersCertified: chance(0.7), dpfCheckedAt: day(), keepsDays: pick([0, 30]) }),
      destinations: Array.from({ length: 2 }, () => sparse({ country: pick(['DE', 'FR', 'US', 'JP']), why: 'storage', inEea: chance(0.7), adequacy: pick(['not-needed', 'adequate', 'partial', 'none']) }, 0.03)),
      transferBasis: sparse({ mechanism: mechanism(), fallbackMechanism: mechanism(), transferAssessment: sparse({ date: day() }) }),
      onwardTo: times(2, (at) => sparse({ name: `sub-${at}`, country: pick(['DE', 'US']), mechanism: mechanism(), covered: chance(0.7) })),
      localStorage: times(1, () => sparse({ country: 'IN', law: 'Digital Personal Data Protection Act', strength: pick(['hard', 'conditional', 'soft']), kept: chance(0.7) })),
    });

  const licence = (index) =>
    sparse({
      id: pick(['Apache-2.0', 'LicenseRef-llama-3.1', 'LicenseRef-gemma']), known: chance(0.95), carriedBy: `model-${index}`, commercialUse: pick(['yes', 'yes', 'yes', 'conditional', 'no']), capped: chance(0.4),
      cap: sparse({ threshold: 700_000_000, actual: Math.floor(next() * 1e9) }), excludedCountries: chance(0.2) ? ['DE', 'FR'] : [], places: [pick(['DE', 'AT'])],
      restrictedUses: times(3, () => ({ tag: pick(['military', 'biometrics', 'medical-advice', 'insurance-scoring']) })),
    });

  const model = (deployment) => (index) =>
    sparse({
      id: `${deployment}/model-${index}`, name: 'Llama 3.1 70B Instruct', source: sparse({ hub: 'huggingface.co', revision: chance(0.7) ? hex(40) : 'main' }),
      licence: sparse({ expression: pick(['Apache-2.0', 'MIT', 'LicenseRef-llama-3.1', 'LicenseRef-gemma']) }), termsReadAt: day(),
      artefacts: times(2, (at) => sparse({ path: `model-0000${at}.safetensors`, digestMatches: chance(0.95), unsafe: chance(0.05) }, 0.02)),
      lineage: times(2, (at) => sparse({ model: `base-${at}`, relation: pick(['finetune', 'adapter', 'quantized']), recorded: chance(0.95), freer: chance(0.1) }, 0.03)),
    });

  const organisation = { id: 'acme', name: 'Acme Insurance SE', seat: 'DE', personalDataPolicyDays: 30, usersPerMonth: 400_000 };
  const made = Array.from({ length: count }, (_, index) => {
    const id = `deployment-${index}`;
    const deployment = sparse({
      id, name: 'Claims assistant', description: 'Summarises claims and drafts replies for handlers in three countries.', owner: 'Claims operations', purpose: 'claims handling', environment: pick(['production', 'production', 'staging']), status: pick(['live', 'live', 'planned']),
      criticality: pick(['critical', 'important', 'standard']), commercial: chance(0.8), closed: chance(0.4), uses: ['insurance', pick(['insurance-scoring', 'text-generation'])],
      engine: sparse({ id: 'vllm', version: '0.11.0', lifecycle: pick(['active', 'active', 'maintenance', 'archived']), patchOwner: 'Platform team' }), dpia: sparse({ status: pick(['done', 'done', 'not-required', 'missing']), date: day() }), fallback: sparse({ model: 'mistral-large', testedAt: day() }),
      licences: Array.from({ length: 2 }, (_unused, at) => licence(at)),
    });
    return { deployment, flows: Array.from({ length: 5 }, (_unused, at) => flow(id)(at)), models: Array.from({ length: 3 }, (_unused, at) => model(id)(at)) };
  });
  return made.map((document) => ({ ...JSON.parse(JSON.stringify(document)), organisation }));
}

/** Subjects of a document, in the order every engine is asked about them. */
export function subjectsOf({ organisation, deployment, flows, models }) {
  const view = (kind, subject, variables) => ({ kind, subject: `${kind}/${subject}`, variables, origins: [], factUses: [] });
  return [
    view('deployment', deployment.id, { deployment, organisation }),
    ...flows.map((flow) => view('flow', flow.id, { flow, deployment, organisation })),
    ...models.map((model) => view('model', model.id, { model, organisation })),
  ];
}

import type { CodeMarkers } from './code-markers.js';
import type { HardwareFacts } from './hardware-facts.js';
import type { ModelEvaluations } from './model-evaluations.js';
import type { ModelFacts } from './model-facts.js';
import type { PriceFacts } from './price-facts.js';
import type { ReferenceData } from './reference-data.js';

/** The facts that name records of others: the core document, and the files read beside it where they are at hand. */
export interface ReferenceTogether {
  readonly facts: ReferenceData;
  readonly prices?: PriceFacts;
  readonly hardware?: HardwareFacts;
  readonly evaluations?: ModelEvaluations;
  readonly markers?: CodeMarkers;
}

export interface ReferenceDefect {
  /** Kind and id of the record, such as `model/bloom`. */
  readonly fact: string;
  readonly message: string;
}

/** What no schema sees: ids used twice, records that name records which are not there, licence classes without a rank. */
export function referenceDefects({ facts, prices, hardware, evaluations, markers }: ReferenceTogether): readonly ReferenceDefect[] {
  const known = {
    licence: idsOf(facts.licences),
    provider: idsOf(facts.providers),
    model: idsOf(facts.models),
    control: idsOf(facts.controls),
    accelerator: idsOf(hardware?.accelerators ?? []),
    price: idsOf(prices?.prices ?? []),
    'code-marker': idsOf(markers?.codeMarkers ?? []),
  };
  const missing = (fact: string, kind: keyof typeof known, id: string | undefined): readonly ReferenceDefect[] =>
    id === undefined || known[kind].has(id) ? [] : [{ fact, message: `names the ${kind} '${id}', which has no record; add one, or name another` }];
  return [
    ...repeatedIds(facts),
    ...facts.licences.flatMap(({ id, class: wanted }) => (facts.licenceClasses.some((rank) => rank.class === wanted) ? [] : [{ fact: `licence/${id}`, message: `has the class '${wanted}', which has no rank; add it to licenceClasses` }])),
    ...facts.providers.flatMap(({ id, terms }) => missing(`provider/${id}`, 'licence', terms)),
    ...facts.models.flatMap((model) => namesOfModel(model).flatMap(([kind, id]) => missing(`model/${model.id}`, kind, id))),
    ...facts.retirements.flatMap(({ id, provider }) => missing(`retirement/${id}`, 'provider', provider)),
    ...facts.noticePolicies.flatMap(({ id, provider }) => missing(`notice-policy/${id}`, 'provider', provider)),
    ...facts.controlShortForms.flatMap(({ form, controls }) => controls.flatMap((id) => missing(`short form '${form}'`, 'control', id))),
    ...(prices?.prices ?? []).flatMap(({ id, provider, modelRef }) => [...missing(`price/${id}`, 'provider', provider), ...missing(`price/${id}`, 'model', modelRef)]),
    ...(prices?.surcharges ?? []).flatMap(({ id, provider }) => missing(`surcharge/${id}`, 'provider', provider)),
    ...(prices?.priceEvents ?? []).flatMap(({ id, provider, priceRecords }) => [...missing(`price-event/${id}`, 'provider', provider), ...(priceRecords ?? []).flatMap((price) => missing(`price-event/${id}`, 'price', price))]),
    ...(hardware?.rentals ?? []).flatMap(({ id, provider, accelerator }) => [...missing(`rental/${id}`, 'provider', provider), ...missing(`rental/${id}`, 'accelerator', accelerator)]),
    ...(hardware?.purchasePrices ?? []).flatMap(({ id, accelerator }) => missing(`purchase-price/${id}`, 'accelerator', accelerator)),
    ...(markers?.codeMarkers ?? []).flatMap((marker) => [
      ...[...marker.providers, ...(marker.modelsAlsoFrom ?? []), ...(marker.clients ?? []).map(({ provider }) => provider)].flatMap((id) => missing(`code-marker/${marker.id}`, 'provider', id)),
      ...(marker.givesWayTo ?? []).flatMap((id) => missing(`code-marker/${marker.id}`, 'code-marker', id)),
    ]),
    ...(evaluations?.modelEvaluations ?? []).flatMap(({ model }) => missing(`model-evaluation/${model}`, 'model', model)),
  ];
}

function idsOf(records: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(records.map(({ id }) => id));
}

function repeatedIds(facts: ReferenceData): readonly ReferenceDefect[] {
  const kinds = { licence: facts.licences, jurisdiction: facts.jurisdictions, provider: facts.providers, engine: facts.engines, control: facts.controls, model: facts.models, retirement: facts.retirements, 'notice-policy': facts.noticePolicies };
  return Object.entries(kinds).flatMap(([kind, records]) => {
    const ids = records.map(({ id }) => id);
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => ({ fact: `${kind}/${id}`, message: 'is recorded twice; merge the two records, or give each its own id' }));
  });
}

function namesOfModel(model: ModelFacts): readonly (readonly ['licence' | 'model' | 'provider', string | undefined])[] {
  const checkpoints = [model, ...(model.variants ?? [])];
  return [
    ['provider', model.provider],
    ...checkpoints.map(({ licence }) => ['licence', licence] as const),
    ...checkpoints.flatMap(({ baseModels }) => (baseModels ?? []).map((base) => ['model', base.model] as const)),
    ...(model.syntheticData ?? []).flatMap(({ generatorModel, generatorProvider, terms }) => [['model', generatorModel] as const, ['provider', generatorProvider] as const, ['licence', terms] as const]),
  ];
}

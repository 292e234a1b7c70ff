import { type Model } from '../../inventory/model.js';
import { recordKey } from '../../inventory/record-key.js';
import { type WeightArtefact } from '../../inventory/weight-artefact.js';
import { fieldOf } from '../../reference/field-of.js';
import { type ModelFacts } from '../../reference/model-facts.js';
import { type CommonsContext } from '../commons-context.js';
import { leanOn } from '../lean-on.js';
import { catalogueOf } from '../lineage/catalogue-of.js';
import { generatorsOfModel } from '../lineage/generators-of-model.js';
import { isOwnMade } from '../lineage/is-own-made.js';
import { lineageOfModel } from '../lineage/lineage-of-model.js';
import { openSourceOf } from '../lineage/open-source-of.js';
import { remember } from '../remember.js';
import { type Resolved } from '../resolved.js';
import { type FactUse } from '../subject-view.js';
import { withDisputes } from '../with-disputes.js';
import { licenceFieldsOf } from './licence-fields-of.js';
import { type ModelView } from './model-view.js';
import { weightFieldsOf } from './weight-fields-of.js';

/** A model of the inventory or of the catalogue as rules see it; one that neither knows holds its id alone. */
export function buildModelView(within: CommonsContext, id: string): Resolved<ModelView> {
  return remember(within, `model-view/${id}`, (context) => {
    const record: Model = context.models.get(id) ?? { id };
    const key = recordKey('model', id);
    const factUses: FactUse[] = [];
    const generators = generatorsOfModel(context, id, factUses);
    const lineage = lineageOfModel(context, id, factUses);
    const artefacts = context.weights.get(id) ?? [];
    const ownMade = isOwnMade(context, id);
    const view: ModelView = {
      ...record,
      ...(ownMade === undefined ? {} : { ownMade }),
      ...catalogueFields(context, factUses, record),
      ...licenceFieldsOf(context, record, factUses),
      ...openSourceOf(context, id, factUses),
      ...weightFieldsOf(record, artefacts, context.uses.get(id) ?? [], context.disputes.get(key)),
      ...lineage,
      ...(lineage.lineage === undefined ? {} : { generators }),
    };
    const served: ModelView = view.held === false ? { artefacts: [], lineage: [], generators: [], ...view } : view;
    return { view: withDisputes(served, context.disputes.get(key)), origins: () => (context.models.has(id) ? originsOf(key, artefacts) : []), factUses, grafts: new Map() };
  });
}

function originsOf(key: string, artefacts: readonly WeightArtefact[]) {
  const derived: readonly (readonly [string, string])[] = [
    ['', ''],
    ['.licenceId', '/licence'],
    ['.licenceAgrees', '/licence'],
    ['.licenceDeclared', '/licence'],
    ['.licenceTextKept', '/licence'],
    ['.termsReadAt', '/licence'],
    ['.pinned', '/source/revision'],
    ['.held', '/weightsAvailability'],
    ['.runsForeignCode', '/remoteCode'],
    ['.openSource', '/claimedOpenSource'],
  ];
  const files = artefacts.map(({ id }, index) => ({ path: `.artefacts[${index}]`, record: recordKey('weightArtefact', id), pointer: '' }));
  return [...derived.map(([path, pointer]) => ({ path, record: key, pointer })), ...files];
}

/** What the catalogue adds where the inventory is silent. */
function catalogueFields(context: CommonsContext, uses: FactUse[], record: Model): Partial<ModelView> {
  const found = catalogueOf(context, record.id);
  if (found === undefined) return {};
  const known = <Field>(path: string, field: string, pick: (facts: ModelFacts) => Field): Field | undefined =>
    found.value === undefined || pick(found.value) === undefined ? undefined : leanOn(uses, path, fieldOf(context.reference, found, field, pick, context.asOf));
  const missing = <Key extends keyof Model & keyof ModelFacts>(key: Key) => (record[key] === undefined && !context.disputes.get(recordKey('model', record.id))?.has(`/${key}`) ? known(`.${key}`, key, (facts) => facts[key]) : undefined);
  const additions = {
    catalogue: found.value?.id,
    family: missing('family'),
    developer: missing('developer'),
    developerCountry: missing('developerCountry'),
    parametersTotal: missing('parametersTotal'),
    contextWindow: missing('contextWindow'),
    modalities: missing('modalities'),
    weightsAvailability: record.weightsAvailability ?? (known('.weightsAvailability', 'weightsPublished', (facts) => facts.weightsPublished) === false ? ('api-only' as const) : undefined),
  };
  return Object.fromEntries(Object.entries(additions).filter(([, value]) => value !== undefined));
}

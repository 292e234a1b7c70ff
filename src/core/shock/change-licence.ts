import { licencesOfClaim } from '../exposure/lineage/licences-of-claim.js';
import { nearestName } from '../inventory/nearest-name.js';
import { type Model } from '../inventory/model.js';
import { type ModelFacts } from '../reference/model-facts.js';
import { overlayReference } from '../reference/overlay-reference.js';
import { hitModel } from './hit-model.js';
import { type Shock } from './shock.js';
import { type ShockedWorld, type World } from './shocked-world.js';

type LicenceChange = Extract<Shock, { kind: 'licence-changes' }>;

/** Puts a model under another licence, in the inventory and in the catalogue, as if its text had been recorded and read like that of the old one. */
export function changeLicence(world: World, { model, licence }: LicenceChange, overlay: string): ShockedWorld {
  const { snapshot, reference } = world;
  const ids = licencesOfClaim(reference, { expression: licence }) ?? [];
  const unknown = ids.find((id) => !reference.licences.has(id));
  if (ids.length === 0) return { problem: `'${licence}' leaves open which licence holds; name one` };
  if (unknown !== undefined) {
    const near = nearestName(unknown, reference.licences.keys());
    return { problem: `the facts know no licence '${unknown}'; ${near === undefined ? "see 'domicile facts list licences', or describe it in a facts overlay" : `did you mean '${near}'?`}` };
  }
  const hit = hitModel(world, model, false);
  if ('problem' in hit) return hit;
  const relicensed = (record: Model): Model => (hit.ids.has(record.id) ? { ...record, licence: { ...recorded(record.licence), expression: licence } } : record);
  const facts = hit.catalogue === undefined ? undefined : reference.models.get(hit.catalogue);
  const [first = licence] = ids;
  return {
    world: {
      snapshot: { ...snapshot, models: snapshot.models.map(relicensed) },
      reference: facts === undefined ? reference : overlayReference(reference, { overlay, models: [underLicence(facts, first)] }),
    },
  };
}

function recorded({ textSha256, termsReadAt }: NonNullable<Model['licence']> = {}): Model['licence'] {
  return { ...(textSha256 === undefined ? {} : { textSha256 }), ...(termsReadAt === undefined ? {} : { termsReadAt }) };
}

/** Variants that stated the licence of the record change with it; those with one of their own keep it. */
function underLicence({ overlay: _overlay, ...facts }: ModelFacts & { readonly overlay?: string | undefined }, licence: string): ModelFacts {
  const variants = facts.variants?.map((variant) => (variant.licence !== undefined && variant.licence === facts.licence ? { ...variant, licence } : variant));
  return { ...facts, licence, ...(variants === undefined ? {} : { variants }) };
}

import { type Model } from '../../inventory/model.js';
import { recordKey } from '../../inventory/record-key.js';
import { lookUpLicence } from '../../reference/look-up-licence.js';
import { type CommonsContext } from '../commons-context.js';
import { leanOn } from '../lean-on.js';
import { licencesOfModel } from '../lineage/licences-of-model.js';
import { type FactUse } from '../subject-view.js';
import { type ModelView } from './model-view.js';

/** What follows from a model's own licence claim: its terms, when they were read, and whether the catalogue agrees. */
export function licenceFieldsOf(context: CommonsContext, record: Model, uses: FactUse[]): Partial<ModelView> {
  const { ids, source, catalogue, factUses } = licencesOfModel(context, record.id);
  uses.push(...factUses.map((use) => ({ ...use, path: '.catalogueLicence' })));
  const id = ids?.[0];
  const registered = id === undefined ? undefined : context.licences.get(id);
  const terms = id === undefined ? undefined : leanOn(uses, '.termsChange', lookUpLicence(context.reference, id, context.asOf));
  const disputed = context.disputes.get(recordKey('model', record.id));
  const textSha256 = disputed?.has('/licence/textSha256') ? undefined : (record.licence?.textSha256 ?? registered?.textSha256);
  const readAt = disputed?.has('/licence/termsReadAt') ? undefined : (record.licence?.termsReadAt ?? registered?.termsReadAt);
  const textDisputed = disputed?.has('/licence/textSha256') === true;
  return {
    ...([...(disputed ?? [])].some((pointer) => pointer.startsWith('/licence/') && pointer !== '/licence/textSha256') ? {} : { licenceDeclared: source === 'declared' }),
    ...(textDisputed ? {} : { licenceTextKept: textSha256 !== undefined }),
    ...(id === undefined ? {} : { licenceId: id.slice(0, 256), licenceSource: source }),
    ...(catalogue === undefined || [catalogue, ...(ids ?? [])].some((licence) => isContract(context, licence)) ? {} : { catalogueLicence: catalogue }),
    ...(ids === undefined || catalogue === undefined || source !== 'declared' || [catalogue, ...ids].some((licence) => isContract(context, licence)) ? {} : { licenceAgrees: ids.includes(catalogue) }),
    ...(readAt === undefined ? {} : { termsReadAt: readAt }),
    ...(terms === undefined ? {} : { termsChange: terms.class === 'api-terms' || terms.usePolicy?.changeable === true || terms.latestVersionDuty === true }),
    ...(record.licence === undefined && textSha256 === undefined ? {} : { licence: { ...record.licence, ...(textSha256 === undefined ? {} : { textSha256 }) } }),
  };
}

/** A model behind an API comes under the contract with whoever serves it, which need not be its maker. */
function isContract(context: CommonsContext, licence: string): boolean {
  return context.reference.licences.get(licence)?.class === 'api-terms';
}

import { type Deployment } from '../../inventory/deployment.js';
import { type LicenceTerms } from '../../reference/licence-terms.js';
import { type ExposureContext } from '../exposure-context.js';
import { type BindingTerms } from '../lineage/binding-terms.js';
import { expandJurisdictions } from '../transfer/expand-jurisdictions.js';
import { catalogueOf } from '../lineage/catalogue-of.js';
import { mayTrainOthers } from '../lineage/may-train-others.js';
import { noticesOf } from './notices-of.js';
import { nameKept } from './name-kept.js';
import { type BindingLicenceView } from './binding-licence-view.js';
import { type DeploymentView } from './deployment-view.js';

export interface LicenceUse {
  readonly deployment: Deployment;
  readonly licensee: DeploymentView['licensee'];
}

/** One binding licence beside the facts of the deployment that its clauses look at. */
export function buildBindingLicence(context: ExposureContext, binding: BindingTerms, use: LicenceUse): BindingLicenceView {
  const { id, carriedBy, through, terms } = binding;
  const origin = { id: id.slice(0, 520), carriedBy, through };
  if (terms === undefined) return { ...origin, known: false };
  const { commercialUse, outputUse, governingLaw } = terms;
  const allowed = outputsMayTrain(terms, use.deployment);
  return {
    ...origin,
    known: true,
    name: terms.name,
    class: terms.class,
    ...(commercialUse.value === 'unknown' ? {} : { commercialUse: commercialUse.value }),
    commercialClause: commercialUse.clause,
    capped: terms.userCap !== undefined,
    ...(terms.userCap === undefined ? {} : { cap: capOf(terms.userCap, use) }),
    ...territoryOf(context, terms, use),
    ...restrictionsOf(terms),
    ...(allowed === undefined ? {} : { mayTrainOthers: allowed }),
    outputClause: outputUse.clause,
    notices: noticesOf(terms, binding, use.deployment),
    namePrefix: terms.namingPrefix?.prefix,
    nameKept: nameKept(context, terms, binding, use.deployment),
    governingLaw: governingLaw?.country,
    remoteRestriction: terms.remoteRestriction,
    changeable: terms.class === 'api-terms' || terms.usePolicy?.changeable === true || terms.latestVersionDuty === true,
  };
}

/** Absent where the licence refers to a policy of use whose content the facts do not hold. */
function restrictionsOf({ fieldOfUse, fieldOfUseDetail, usePolicy }: LicenceTerms): Partial<BindingLicenceView> {
  if (fieldOfUse === undefined && (fieldOfUseDetail !== undefined || usePolicy !== undefined)) return {};
  return { restrictedUses: (fieldOfUse ?? []).map(({ tag, clause }) => ({ tag, clause })) };
}

function capOf(cap: NonNullable<LicenceTerms['userCap']>, { deployment, licensee }: LicenceUse): NonNullable<BindingLicenceView['cap']> {
  const counted = cap.metric === 'company-revenue' ? licensee?.annualRevenueEur : cap.counts === 'product-or-service' ? deployment.usersPerMonth : licensee?.usersPerMonth;
  const { metric, threshold, counts, measured, clause } = cap;
  return { metric, threshold, counts, measured, clause, ...(counted === undefined ? {} : { actual: counted }) };
}

/** Empty where the licence is world-wide; absent where it excludes multimodal models and the modalities are not known. */
function territoryOf(context: ExposureContext, { territory }: LicenceTerms, { deployment, licensee }: LicenceUse): Partial<BindingLicenceView> {
  if (territory === undefined) return { excludedCountries: [] };
  if (territory.appliesTo === 'multimodal-models') {
    const multimodal = isMultimodal(context, deployment.model);
    if (multimodal === undefined) return {};
    if (!multimodal) return { excludedCountries: [] };
  }
  const places = territory.decidedBy === 'licensee-seat' ? licensee?.seat : deployment.place?.country;
  return {
    excludedCountries: expandJurisdictions(context, territory.excludedJurisdictions),
    territoryClause: [territory.writtenIn, territory.clause].filter((part) => part !== undefined).join(', ') || 'territory',
    ...(places === undefined ? {} : { places: [places] }),
  };
}

function isMultimodal(context: ExposureContext, id: string | undefined): boolean | undefined {
  if (id === undefined) return undefined;
  const modalities = context.models.get(id)?.modalities ?? catalogueOf(context, id)?.value?.modalities;
  return modalities === undefined ? undefined : modalities.some((modality) => modality === 'image' || modality === 'audio' || modality === 'video');
}

/** Only where outputs train models: another family's, or the organisation's own. */
function outputsMayTrain(terms: LicenceTerms, { outputUses, commercial }: Deployment): boolean | undefined {
  if (terms.outputUse.trainOtherModels !== 'non-commercial-only') return mayTrainOthers(terms);
  return outputUses === undefined || commercial === undefined ? undefined : !commercial;
}

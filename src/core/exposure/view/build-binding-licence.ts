import { type Deployment } from '../../inventory/deployment.js';
import { type LicenceTerms } from '../../reference/licence-terms.js';
import { type ExposureContext } from '../exposure-context.js';
import { type BindingTerms } from '../lineage/binding-terms.js';
import { expandJurisdictions } from '../transfer/expand-jurisdictions.js';
import { catalogueOf } from '../lineage/catalogue-of.js';
import { mayTrainOthers } from '../lineage/may-train-others.js';
import { remember } from '../remember.js';
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
  if (terms === undefined) return { id: id.slice(0, 520), known: false, carriedBy, through };
  const { commercialUse, outputUse } = terms;
  const { excluded, clause, places } = territoryOf(context, terms, use);
  return {
    id: id.slice(0, 520),
    name: terms.name,
    known: true,
    carriedBy,
    through,
    class: terms.class,
    commercialUse: commercialUse.value === 'unknown' ? undefined : commercialUse.value,
    commercialClause: commercialUse.clause,
    capped: terms.userCap !== undefined,
    cap: terms.userCap === undefined ? undefined : capOf(terms.userCap, use),
    excludedCountries: excluded,
    territoryClause: clause,
    places,
    restrictedUses: restrictionsOf(context, terms),
    mayTrainOthers: outputsMayTrain(terms, use.deployment),
    outputClause: outputUse.clause,
    notices: noticesOf(terms, binding, use.deployment),
    namePrefix: terms.namingPrefix?.prefix,
    nameKept: nameKept(context, terms, binding, use.deployment),
    governingLaw: terms.governingLaw?.country,
    remoteRestriction: terms.remoteRestriction === true,
    changeable: terms.class === 'api-terms' || terms.usePolicy?.changeable === true || terms.latestVersionDuty === true,
  };
}

/** Absent where the licence refers to a policy of use whose content the facts do not hold. */
function restrictionsOf(context: ExposureContext, { id, fieldOfUse, fieldOfUseDetail, usePolicy }: LicenceTerms): BindingLicenceView['restrictedUses'] {
  if (fieldOfUse === undefined && (fieldOfUseDetail !== undefined || usePolicy !== undefined)) return undefined;
  return remember(context, `restricted/${id}`, () => (fieldOfUse ?? []).map(({ tag, clause }) => ({ tag, clause })));
}

function capOf(cap: NonNullable<LicenceTerms['userCap']>, { deployment, licensee }: LicenceUse): NonNullable<BindingLicenceView['cap']> {
  const counted = cap.metric === 'company-revenue' ? licensee?.annualRevenueEur : cap.counts === 'product-or-service' ? deployment.usersPerMonth : licensee?.usersPerMonth;
  const { metric, threshold, counts, measured, clause } = cap;
  return { metric, threshold, counts, measured, clause, actual: counted };
}

interface Territory {
  readonly excluded?: string[];
  readonly clause?: string;
  readonly places?: string[] | undefined;
}

/** Excludes nothing where the licence is world-wide; absent where it excludes multimodal models and the modalities are not known. */
function territoryOf(context: ExposureContext, { territory }: LicenceTerms, { deployment, licensee }: LicenceUse): Territory {
  if (territory === undefined) return { excluded: [] };
  if (territory.appliesTo === 'multimodal-models') {
    const multimodal = isMultimodal(context, deployment.model);
    if (multimodal === undefined) return {};
    if (!multimodal) return { excluded: [] };
  }
  const place = territory.decidedBy === 'licensee-seat' ? licensee?.seat : deployment.place?.country;
  return {
    excluded: expandJurisdictions(context, territory.excludedJurisdictions),
    clause: [territory.writtenIn, territory.clause].filter((part) => part !== undefined).join(', ') || 'territory',
    places: place === undefined ? undefined : [place],
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

import { type DataFlow } from '../../inventory/data-flow.js';
import { type Deployment } from '../../inventory/deployment.js';
import { recordKey } from '../../inventory/record-key.js';
import { type ExposureContext } from '../exposure-context.js';
import { carryFacts } from '../carry-facts.js';
import { graftFacts } from '../graft-facts.js';
import { graftOrigins } from '../graft-origins.js';
import { leanOn } from '../lean-on.js';
import { resolveParty } from '../party/resolve-party.js';
import { type Resolved } from '../resolved.js';
import { type FactUse } from '../subject-view.js';
import { countryAdequacy } from '../transfer/country-adequacy.js';
import { destinationsOfFlow } from '../transfer/destinations-of-flow.js';
import { isCovered } from '../transfer/is-covered.js';
import { isInEea } from '../transfer/is-in-eea.js';
import { isInference } from '../transfer/is-inference.js';
import { isPersonal } from '../transfer/is-personal.js';
import { localStorageOfFlow } from '../transfer/local-storage-of-flow.js';
import { placesOfFlow } from '../transfer/places-of-flow.js';
import { reachOfFlow } from '../transfer/reach-of-flow.js';
import { withDisputes } from '../with-disputes.js';
import { type DeploymentView } from './deployment-view.js';
import { type FlowView } from './flow-view.js';
import { type PartyView } from './party-view.js';

const staff: readonly string[] = ['employee', 'trainee', 'job_applicant'];

/** A flow of a deployment as rules see it. */
export function buildFlowView(context: ExposureContext, flow: DataFlow, deployment: Deployment | undefined, licensee: DeploymentView['licensee']): Resolved<FlowView> {
  const key = recordKey('dataFlow', flow.id);
  const disputes = context.disputes.get(key);
  const factUses: FactUse[] = [];
  const to = recipientOf(flow, deployment, disputes);
  const resolved = to === undefined ? undefined : resolveParty(context, to);
  const recipient = resolved?.view;
  const places = placesOfFlow(flow, deployment, recipient, disputes);
  const destinations = destinationsOfFlow(context, factUses, flow, places, recipient);
  const parties = partiesOf(context, deployment, resolved);
  const reach = reachOfFlow(context, factUses, flow, places, parties.map(({ view: party }) => party));
  const personal = disputes?.has('/personalData') || disputes?.has('/categories') ? undefined : isPersonal(flow);
  const localStorage = personal === false ? [] : localStorageOfFlow(context, factUses, flow, places);
  const ground = groundOf(flow, disputes);
  const onwardTo = onwardOf(context, factUses, flow);
  const needed = neededDays(context, flow, disputes);
  const view: FlowView = {
    recipient,
    external: externalOf(recipient, licensee),
    inference: flow.stage === undefined ? undefined : isInference(flow.stage),
    personal,
    healthData: flow.categories?.some((category) => /(^|[._])(health|medical)/.test(category)),
    employeeData: flow.subjects?.some((subject) => staff.includes(subject)),
    underGdpr: underGdpr(context, factUses, flow, licensee),
    leavesEea: leavesEea(destinations, places),
    processingInEea: allOf((places.processing ?? []).map((country) => isInEea(context, factUses, '.processingInEea', country)), places.processing !== undefined && places.scope !== 'global'),
    destinationsKnown: places.bounded || undefined,
    covered: allOf(destinations.map((destination) => destination.covered), places.bounded),
    uncovered: uncoveredOf(destinations, places.bounded),
    restsOnAdequacy: ground?.adequacy,
    restsOnSafeguards: ground?.safeguards,
    toUnitedStates: anyOf(destinations.map(({ country }) => country === 'US'), places.bounded),
    onwardTo,
    onwardGap: onwardGap(onwardTo),
    foreignReach: reach.foreign,
    foreignReachBy: reach.foreignBy?.slice(0, 600),
    keptDays: keptDays(flow, resolved, needed, disputes),
    neededDays: needed,
    keysOutOfReach: flow.keyHolder === undefined || flow.keyHolder === 'third-party' ? undefined : flow.keyHolder === 'deployer',
    readable: readableOf(flow, recipient, disputes),
    localStorage,
    destinations,
    reach: [...reach.laws],
    ...flow,
    scope: places.scope,
    to,
  };
  return {
    view: withDisputes(view, disputes),
    origins: () => [...originsOf(key), ...graftOrigins(resolved, '.recipient')],
    factUses: [
      ...factUses,
      ...carryFacts(factUses, conclusionsOfFlow),
      ...carryFacts(parties.flatMap((party) => party.factUses), conclusionsOfParty),
      ...(resolved === undefined ? [] : [...carryFacts(resolved.factUses, conclusionsOfRecipient), ...graftFacts(resolved, '.recipient')]),
    ],
  };
}

function originsOf(record: string) {
  const derived: readonly (readonly [string, string])[] = [
    ['', ''],
    ['.recipient', '/to'],
    ['.external', '/to'],
    ['.inference', '/stage'],
    ['.personal', '/categories'],
    ['.healthData', '/categories'],
    ['.employeeData', '/subjects'],
    ['.underGdpr', '/subjectCountries'],
    ['.leavesEea', '/processingCountries'],
    ['.processingInEea', '/processingCountries'],
    ['.covered', '/processingCountries'],
    ['.destinations', '/processingCountries'],
    ['.destinationsKnown', '/processingCountries'],
    ['.toUnitedStates', '/processingCountries'],
    ['.uncovered', '/processingCountries'],
    ['.restsOnAdequacy', '/transferBasis/mechanism'],
    ['.restsOnSafeguards', '/transferBasis/mechanism'],
    ['.onwardTo', '/subProcessors'],
    ['.onwardGap', '/subProcessors'],
    ['.reach', '/to'],
    ['.foreignReach', '/to'],
    ['.keptDays', '/retentionDays'],
    ['.neededDays', '/retentionNeededDays'],
    ['.keysOutOfReach', '/keyHolder'],
    ['.readable', '/clearTextAtRecipient'],
    ['.localStorage', '/storageCountries'],
  ];
  return derived.map(([path, pointer]) => ({ path, record, pointer }));
}

const places = ['.covered', '.uncovered', '.leavesEea'] as const;
const conclusionsOfFlow = { '.destinations': places, '.onwardTo': ['.onwardGap'], '.reach': ['.foreignReach', '.foreignReachBy'] };
const conclusionsOfParty = { '.operatorCountry': ['.reach', '.foreignReach', '.foreignReachBy'], '.parentCountry': ['.reach', '.foreignReach', '.foreignReachBy'] };
const conclusionsOfRecipient = { '.operatorCountry': ['.destinations', '.toUnitedStates', ...places], '.keepsDays': ['.keptDays'] };

/** Who is asked is who operates the model, where a flow of inference names no other. */
function recipientOf(flow: DataFlow, deployment: Deployment | undefined, disputes: ReadonlySet<string> | undefined): string | undefined {
  return flow.to ?? (isInference(flow.stage) && !disputes?.has('/to') ? deployment?.provider : undefined);
}

/** The recipient, and whoever runs the model and its infrastructure where the recipient is one of them or the organisation itself. */
function partiesOf(context: ExposureContext, deployment: Deployment | undefined, recipient: Resolved<PartyView> | undefined): Resolved<PartyView>[] {
  const host = deployment?.place?.provider;
  const inHouse = recipient?.view.own === true || (recipient !== undefined && recipient.view.id === deployment?.provider);
  const parties = [recipient, ...(inHouse && host !== undefined ? [resolveParty(context, host)] : [])];
  return parties.filter((party, index): party is Resolved<PartyView> => party !== undefined && parties.findIndex((other) => other?.view.id === party.view.id) === index);
}

/** Another legal entity is somebody else, though of the same group. */
function externalOf(recipient: PartyView | undefined, licensee: DeploymentView['licensee']): boolean | undefined {
  if (recipient?.own !== true) return recipient?.own === false ? true : undefined;
  return recipient.kind === undefined && licensee !== undefined && recipient.id !== licensee.id;
}

function underGdpr(context: ExposureContext, uses: FactUse[], flow: DataFlow, licensee: DeploymentView['licensee']): boolean | undefined {
  const seat = licensee?.seat === undefined ? undefined : isInEea(context, uses, '.underGdpr', licensee.seat);
  const people = flow.subjectCountries?.map((country) => isInEea(context, uses, '.underGdpr', country));
  if (seat === true || people?.includes(true) === true) return true;
  return seat === false && people !== undefined && people.length > 0 && !people.includes(undefined) ? false : undefined;
}

function leavesEea(destinations: readonly { readonly inEea?: boolean | undefined }[], { bounded, scope }: { readonly bounded: boolean; readonly scope: string | undefined }): boolean | undefined {
  if (scope === 'global' || destinations.some(({ inEea }) => inEea === false)) return true;
  return bounded && destinations.every(({ inEea }) => inEea === true) ? false : undefined;
}

const endings: Readonly<Record<string, string>> = {
  ended: 'its adequacy decision has ended',
  none: 'no adequacy decision',
  partial: 'outside the scope of its adequacy decision, as far as is known of the recipient',
};

function uncoveredOf(destinations: NonNullable<FlowView['destinations']>, bounded: boolean): string | undefined {
  const open = destinations.filter(({ covered }) => covered !== true).map(({ country, why, adequacy }) => `${country} (${why}): ${endings[adequacy ?? ''] ?? 'adequacy not known'}`);
  const said = bounded ? open : [...open, 'not every place of processing and storage is stated'];
  return said.length === 0 ? undefined : said.join('; ').slice(0, 600);
}

/** What the transfer is stated to rest on; neither where nothing is stated, which the rule on transfer tools answers. */
function groundOf({ transferBasis }: DataFlow, disputes: ReadonlySet<string> | undefined): { readonly adequacy: boolean; readonly safeguards: boolean } | undefined {
  if (disputes?.has('/transferBasis/mechanism')) return undefined;
  const mechanism = transferBasis?.mechanism;
  return { adequacy: mechanism === 'adequacy' || mechanism === 'dpf', safeguards: mechanism === 'scc' || mechanism === 'bcr' };
}

function allOf(values: readonly (boolean | undefined)[], complete: boolean): boolean | undefined {
  if (values.includes(false)) return false;
  return complete && !values.includes(undefined) ? true : undefined;
}

function anyOf(values: readonly boolean[], complete: boolean): boolean | undefined {
  return values.includes(true) ? true : complete ? false : undefined;
}

function onwardOf(context: ExposureContext, uses: FactUse[], { subProcessors }: DataFlow): FlowView['onwardTo'] {
  return subProcessors?.map((one) => {
    const adequacy = one.country === undefined ? undefined : leanOn(uses, '.onwardTo', countryAdequacy(context, one.country));
    if (adequacy === undefined) return one;
    const covered = isCovered(adequacy, one.provider === undefined ? undefined : resolveParty(context, one.provider).view);
    return { ...one, inEea: adequacy.status === 'not-needed', ...(covered === undefined ? {} : { covered }) };
  });
}

function onwardGap(onwardTo: FlowView['onwardTo']): string | undefined {
  if (onwardTo === undefined) return 'its list of sub-processors is not recorded';
  const open = onwardTo.filter(({ agreement, covered, mechanism }) => agreement !== true || (covered !== true && mechanism !== 'scc' && mechanism !== 'bcr'));
  return open.length === 0 ? undefined : open.map(({ name, country }) => (country === undefined ? name : `${name} (${country})`)).join(', ').slice(0, 600);
}

/** Who runs a model for others reads what it is asked, unless it states confidential computing. */
function readableOf(flow: DataFlow, recipient: PartyView | undefined, disputes: ReadonlySet<string> | undefined): boolean | undefined {
  if (disputes?.has('/clearTextAtRecipient')) return undefined;
  if (flow.clearTextAtRecipient !== undefined) return flow.clearTextAtRecipient;
  return isInference(flow.stage) && (recipient?.kind === 'model-api' || recipient?.kind === 'cloud-model-api') ? true : undefined;
}

/**
 * What a provider keeps by contract or default counts where it keeps longer than the flow states.
 * Where the flow states nothing, it can show that data is kept too long, but never that it is not: there may be logs besides.
 * A default that is past its review shows nothing, nor that the provider keeps no longer than the flow states.
 */
function keptDays(flow: DataFlow, resolved: Resolved<PartyView> | undefined, needed: number | undefined, disputes: ReadonlySet<string> | undefined): number | undefined {
  const recipient = resolved?.view;
  const provider = recipient?.own === true ? undefined : recipient?.keepsDays;
  const stale = recipient?.own !== true && provider === undefined && resolved?.factUses.some(({ path, state }) => path === '.keepsDays' && state === 'stale') === true;
  const stated = disputes?.has('/retentionDays') ? undefined : flow.retentionDays;
  if (stale && (stated === undefined || needed === undefined || stated <= needed)) return undefined;
  if (stated !== undefined) return Math.max(stated, provider ?? 0);
  return provider !== undefined && needed !== undefined && provider > needed ? provider : undefined;
}

function neededDays(context: ExposureContext, flow: DataFlow, disputes: ReadonlySet<string> | undefined): number | undefined {
  return disputes?.has('/retentionNeededDays') ? undefined : (flow.retentionNeededDays ?? context.snapshot.organisation?.personalDataPolicyDays);
}

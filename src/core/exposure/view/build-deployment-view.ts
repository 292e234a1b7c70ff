import { type DataFlow } from '../../inventory/data-flow.js';
import { type Deployment } from '../../inventory/deployment.js';
import { recordKey } from '../../inventory/record-key.js';
import { type UseTag, useTag } from '../../reference/use-tag.js';
import { type ExposureContext } from '../exposure-context.js';
import { carryFacts } from '../carry-facts.js';
import { graftFacts } from '../graft-facts.js';
import { graftOrigins } from '../graft-origins.js';
import { catalogueOf } from '../lineage/catalogue-of.js';
import { resolveParty } from '../party/resolve-party.js';
import { type Resolved } from '../resolved.js';
import { type FactUse, type PathOrigin } from '../subject-view.js';
import { isInEea } from '../transfer/is-in-eea.js';
import { isInference } from '../transfer/is-inference.js';
import { isPersonal } from '../transfer/is-personal.js';
import { withDisputes } from '../with-disputes.js';
import { buildModelView } from './build-model-view.js';
import { callsOf } from './calls-of.js';
import { clearanceOf } from './clearance-of.js';
import { type DeploymentView } from './deployment-view.js';
import { engineFieldsOf } from './engine-fields-of.js';
import { findLicensee } from './find-licensee.js';
import { licencesOfDeployment } from './licences-of-deployment.js';
import { dpiaTriggerOf } from './dpia-trigger-of.js';
import { type PartyView } from './party-view.js';
import { serviceEndOf } from './service-end-of.js';

const vocabulary: ReadonlySet<string> = new Set(useTag.options);

/** A deployment as rules see it. */
export function buildDeploymentView(context: ExposureContext, deployment: Deployment): Resolved<DeploymentView> {
  const key = recordKey('deployment', deployment.id);
  const factUses: FactUse[] = [];
  const licensee = findLicensee(context, deployment);
  const model = deployment.model === undefined ? undefined : buildModelView(context, deployment.model);
  const provider = deployment.provider === undefined ? undefined : resolveParty(context, deployment.provider);
  const host = deployment.place?.provider === undefined ? undefined : resolveParty(context, deployment.place.provider);
  const flows = context.flows.get(deployment.id) ?? [];
  const use = useOf(deployment);
  const dpia = dpiaTriggerOf(deployment, flows);
  const calls = callsOf(context, context.snapshot.codeCalls.filter(({ deployment: of, basis }) => of === deployment.id && basis === 'call'), [deployment]);
  const engine = engineFieldsOf(context, deployment.engine, factUses);
  const view: DeploymentView = {
    licensee,
    licences: licencesOfDeployment(context, factUses, { deployment, licensee }),
    uses: use.recognised,
    unrecognisedUses: use.unrecognised,
    usesComplete: use.unrecognised?.length === 0 ? true : undefined,
    offered: deployment.outputUses?.some((one) => one === 'end-users' || one === 'published'),
    trainsModels: deployment.outputUses?.some((one) => one === 'train-own-model' || one === 'train-other-model'),
    selfHosted: deployment.route === undefined ? undefined : deployment.route === 'self-hosted',
    closed: deployment.route === undefined ? undefined : deployment.route === 'closed-api',
    foreignControl: foreignControl(context, factUses, [provider?.view, host?.view]),
    serviceEnd: serviceEndOf(context, factUses, deployment),
    fallbackReady: fallbackReady(context, deployment, provider?.view),
    suppliers: suppliersOf([provider?.view, host?.view]),
    dpiaTriggered: dpia.dpiaTriggered,
    dpiaTrigger: dpia.dpiaTrigger,
    promptsRecorded: flows.some(({ stage }) => isInference(stage)) || undefined,
    handlesPersonalData: handlesPersonalData(flows),
    clearance: clearanceOf(context, deployment),
    ...(calls === undefined ? {} : { calls: calls.calls }),
    ...withoutAlternatives(deployment),
    model: model?.view,
    provider: provider?.view,
    place: deployment.place === undefined ? undefined : { ...deployment.place, provider: host?.view },
    engine,
  };
  const facts = [model && graftFacts(model, '.model'), provider && graftFacts(provider, '.provider'), host && graftFacts(host, '.place.provider')];
  return {
    view: withDisputes(view, context.disputes.get(key)),
    origins: () => [...originsOf(key, licenseeRecord(context, deployment.legalEntity)), ...(calls?.origins('.calls') ?? []), ...graftOrigins(model, '.model'), ...graftOrigins(provider, '.provider'), ...graftOrigins(host, '.place.provider')],
    factUses: [...factUses, ...partyConclusions(view, [provider, host]), ...facts.flatMap((uses) => uses ?? [])],
    grafts: new Map(),
  };
}

/** Facts about provider and host again, under what is concluded from them. */
function partyConclusions({ suppliers }: DeploymentView, parties: readonly (Resolved<PartyView> | undefined)[]): FactUse[] {
  return parties.flatMap((party) => {
    if (party === undefined) return [];
    const place = suppliers?.findIndex(({ id }) => id === party.view.id) ?? -1;
    return [...carryFacts(party.factUses, { '.parentCountry': ['.foreignControl', '.fallbackReady'] }), ...(place < 0 ? [] : party.factUses.map((use) => ({ ...use, path: `.suppliers[${place}]${use.path}` })))];
  });
}

function originsOf(record: string, licensee: string | undefined): PathOrigin[] {
  const derived: readonly (readonly [string, string])[] = [
    ['', ''],
    ['.licences', '/model'],
    ['.uses', '/useTags'],
    ['.usesComplete', '/useTags'],
    ['.offered', '/outputUses'],
    ['.trainsModels', '/outputUses'],
    ['.selfHosted', '/route'],
    ['.closed', '/route'],
    ['.foreignControl', '/provider'],
    ['.serviceEnd', '/model'],
    ['.engine.sendsTelemetry', '/engine/telemetry'],
    ['.engine.lifecycle', '/engine/id'],
    ['.fallbackReady', '/fallback'],
    ['.clearance', '/cleared'],
    ['.clearance.weightsDiffer', '/cleared/weights'],
    ['.clearance.imageDiffers', '/engine/imageDigest'],
  ];
  return [...derived.map(([path, pointer]) => ({ path, record, pointer })), ...(licensee === undefined ? [] : [{ path: '.licensee', record: licensee, pointer: '' }])];
}

function licenseeRecord(context: ExposureContext, legalEntity: string | undefined): string | undefined {
  if (legalEntity !== undefined) return context.entities.has(legalEntity) ? recordKey('legalEntity', legalEntity) : undefined;
  const { organisation } = context.snapshot;
  return organisation === undefined ? undefined : recordKey('organisation', organisation.id);
}

function withoutAlternatives(deployment: Deployment): Omit<Deployment, 'alternatives'> {
  if (deployment.alternatives === undefined) return deployment;
  const { alternatives: _alternatives, ...rest } = deployment;
  return rest;
}

function useOf({ useTags }: Deployment): { readonly recognised: DeploymentView['uses']; readonly unrecognised: DeploymentView['unrecognisedUses'] } {
  return { recognised: useTags?.filter(isUseTag), unrecognised: useTags?.filter((tag) => !isUseTag(tag)) };
}

function isUseTag(tag: string): tag is UseTag {
  return vocabulary.has(tag);
}

function foreignControl(context: ExposureContext, uses: FactUse[], parties: readonly (PartyView | undefined)[]): string | undefined {
  return parties.map((party) => party?.parentCountry).find((country) => country !== undefined && isInEea(context, uses, '.foreignControl', country) === false);
}

function suppliersOf(parties: readonly (PartyView | undefined)[]): PartyView[] | undefined {
  const named = parties.filter((party, index): party is PartyView => party !== undefined && parties.findIndex((other) => other?.id === party.id) === index);
  return named.length === 0 ? undefined : named.filter((party) => party.own !== true);
}

/** Something to fall back on that does not fall with the same owner: another deployment, or a model whose weights the organisation holds. */
function fallbackReady(context: ExposureContext, { fallback }: Deployment, provider: PartyView | undefined): boolean | undefined {
  if (fallback === undefined) return undefined;
  const other = fallback.deployment === undefined ? undefined : context.deployments.get(fallback.deployment);
  if (other !== undefined) {
    const parent = other.provider === undefined ? undefined : resolveParty(context, other.provider).view.parentName;
    return other.status === 'retired' ? false : parent === undefined || provider?.parentName === undefined ? undefined : parent !== provider.parentName;
  }
  if (fallback.deployment !== undefined || fallback.model === undefined) return undefined;
  return standsApart(context, fallback.model, provider?.parentName);
}

/** Weights that are out can be run elsewhere; a model behind an API stands and falls with its maker's owner. */
function standsApart(context: ExposureContext, model: string, parent: string | undefined): boolean | undefined {
  const { held, weightsAvailability } = buildModelView(context, model).view;
  const facts = catalogueOf(context, model)?.value;
  if (held === true || weightsAvailability === 'open' || weightsAvailability === 'gated' || facts?.weightsPublished === true) return true;
  const maker = facts?.provider === undefined ? undefined : resolveParty(context, facts.provider).view.parentName;
  return maker === undefined || parent === undefined ? undefined : maker !== parent;
}

function handlesPersonalData(flows: readonly DataFlow[]): boolean | undefined {
  const answers = flows.map(isPersonal);
  if (answers.includes(true)) return true;
  return answers.length === 0 || answers.includes(undefined) ? undefined : false;
}

import { type DataFlow } from '../inventory/data-flow.js';
import { type Deployment } from '../inventory/deployment.js';
import { type InventorySnapshot } from '../inventory/inventory-snapshot.js';
import { recordKey } from '../inventory/record-key.js';
import { type ReferenceFacts } from '../reference/reference-facts.js';
import { type ExposureContext } from './exposure-context.js';
import { type FleetOverview } from './fleet-overview.js';
import { graftFacts } from './graft-facts.js';
import { graftOrigins } from './graft-origins.js';
import { modelsInScope } from './models-in-scope.js';
import { openExposure } from './open-exposure.js';
import { type Resolved } from './resolved.js';
import { type FactUse, type PathOrigin, type SubjectView } from './subject-view.js';
import { buildDeploymentView } from './view/build-deployment-view.js';
import { buildFlowView } from './view/build-flow-view.js';
import { buildModelView } from './view/build-model-view.js';
import { buildOrganisationView } from './view/build-organisation-view.js';
import { findLicensee } from './view/find-licensee.js';

/**
 * What rules see of everything in scope, one subject at a time and in the order of their keys: the organisation, deployments with their flows, models.
 * Retired deployments are out of scope with their flows; flows without a recorded deployment are judged by themselves.
 * `asOf` is an ISO 8601 instant: facts are taken as they were known then. `wanted` is asked with the keys of subjects. Where the snapshot is a part of a larger inventory, `overview` is of the larger.
 */
export function* deriveSubjects(snapshot: InventorySnapshot, reference: ReferenceFacts, asOf: string, wanted: (subject: string) => boolean = everySubject, overview?: FleetOverview): Generator<SubjectView, void, undefined> {
  yield* subjectsOf(openExposure(snapshot, reference, asOf, overview), wanted);
}

/** As `deriveSubjects`, of what is exposed. */
export function* subjectsOf(context: ExposureContext, wanted: (subject: string) => boolean): Generator<SubjectView, void, undefined> {
  const { snapshot } = context;
  const organisation = buildOrganisationView(context);
  if (organisation !== undefined && wanted(recordKey('organisation', organisation.view.id))) yield subjectOf('organisation', recordKey('organisation', organisation.view.id), { organisation });
  for (const deployment of snapshot.deployments) if (deployment.status !== 'retired' && wanted(recordKey('deployment', deployment.id))) yield* deploymentSubjects(context, deployment, organisation);
  for (const flow of snapshot.dataFlows) if ((flow.deployment === undefined || !context.deployments.has(flow.deployment)) && wanted(recordKey('dataFlow', flow.id))) yield looseFlow(context, flow, organisation);
  for (const id of modelsInScope(snapshot, context.overview)) if (wanted(recordKey('model', id))) yield subjectOf('model', recordKey('model', id), { model: buildModelView(context, id), organisation });
}

const everySubject = (): boolean => true;

type Parts = Readonly<Record<string, Resolved<object> | undefined>>;

function* deploymentSubjects(context: ExposureContext, deployment: Deployment, organisation: Parts[string]): Generator<SubjectView, void, undefined> {
  const view = buildDeploymentView(context, deployment);
  const subject = recordKey('deployment', deployment.id);
  yield subjectOf('deployment', subject, { deployment: view, organisation });
  const licensee = findLicensee(context, deployment);
  for (const flow of context.flows.get(deployment.id) ?? []) {
    yield subjectOf('flow', subject, { flow: buildFlowView(context, flow, deployment, licensee), deployment: view, organisation }, elementOf(flow));
  }
}

function looseFlow(context: ExposureContext, flow: DataFlow, organisation: Parts[string]): SubjectView {
  const parts = { flow: buildFlowView(context, flow, undefined, findLicensee(context, undefined)), organisation };
  return subjectOf('flow', recordKey('dataFlow', flow.id), parts);
}

/** A flow's key within its deployment: `flow/prompts` for `claims-assistant/prompts`. */
function elementOf({ id, deployment }: DataFlow): string {
  return recordKey('dataFlow', deployment !== undefined && id.startsWith(`${deployment}/`) ? id.slice(deployment.length + 1) : id);
}

function subjectOf(kind: SubjectView['kind'], subject: string, parts: Parts, element?: string): SubjectView {
  const variables: Record<string, unknown> = {};
  const factUses: FactUse[] = [];
  let origins: readonly PathOrigin[] | undefined;
  for (const [name, part] of Object.entries(parts)) {
    if (part === undefined) continue;
    variables[name] = part.view;
    factUses.push(...graftFacts(part, name));
  }
  return {
    kind,
    subject,
    ...(element === undefined ? {} : { element }),
    variables,
    get origins() {
      return (origins ??= Object.entries(parts).flatMap(([name, part]) => graftOrigins(part, name)));
    },
    factUses,
  };
}

import { type JsonObject } from '../api/shapes.js';
import { type Chosen, type DeploymentDraft, type FlowDraft } from './deployment-draft.js';
import { idOfName } from './id-of-name.js';

/** The manifest that states a draft and nothing else: what is empty is left out, and so is unknown. */
export function manifestOfDraft(draft: DeploymentDraft): JsonObject {
  const { model, provider, flows } = draft;
  const runsAt = idOf(provider);
  return stated({
    domicile: 1,
    providers: provider.isNew ? [stated({ id: runsAt, name: provider.name, kind: provider.kind, country: provider.country })] : [],
    models: model.isNew ? [stated({ id: idOf(model), name: model.name, developer: model.developer, licence: stated({ expression: model.licence }) })] : [],
    deployments: [
      stated({
        id: draft.id.trim(),
        name: draft.name,
        purpose: draft.purpose,
        owner: draft.owner,
        legalEntity: draft.legalEntity,
        environment: draft.environment,
        status: draft.status,
        criticality: draft.criticality,
        usersPerMonth: numberOf(draft.usersPerMonth),
        model: idOf(model),
        provider: runsAt,
        route: draft.route,
        place: placeOf(draft, runsAt),
        engine: stated({ id: draft.engine }),
        flows: flows.map((flow, at) => flowOf(flow, at, flows, runsAt)),
      }),
    ],
  });
}

function placeOf({ placeKind, region, country, scope }: DeploymentDraft, provider: string): JsonObject {
  const place = stated({ kind: placeKind, region, country, scope });
  return Object.keys(place).length === 0 ? place : stated({ ...place, provider });
}

function flowOf({ stage, from, to, categories, subjectCountries, processingCountries, retentionDays }: FlowDraft, at: number, all: readonly FlowDraft[], runsAt: string): JsonObject {
  const before = all.slice(0, at).filter((each) => each.stage === stage).length;
  return stated({ id: before === 0 ? stage : `${stage}-${before + 1}`, stage, from, to: to || runsAt, categories, subjectCountries, processingCountries, retentionDays: numberOf(retentionDays) });
}

function idOf({ isNew, id, name }: Chosen): string {
  return isNew ? idOfName(name) : id;
}

function numberOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text);
}

/** Without what is empty. */
function stated(fields: JsonObject): JsonObject {
  const trimmed = Object.entries(fields).map(([name, value]): readonly [string, unknown] => [name, typeof value === 'string' ? value.trim() : value]);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== undefined && value !== '' && !(typeof value === 'object' && value !== null && Object.keys(value).length === 0)));
}

import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { shortText } from '../short-text.js';
import { type PlannedResource } from './planned-resource.js';

type Path = readonly (string | number)[];
type Scope = 'site' | 'region' | 'geography' | 'global' | 'unknown';

/** A model that a cloud serves, as a planned resource sets it up. Paths lead into the plan. */
export interface ManagedModel {
  readonly provider: 'azure' | 'bedrock' | 'vertex_ai';
  readonly model: string;
  readonly version?: string;
  readonly modelAt: Path;
  readonly region?: string;
  readonly regionAt?: Path;
  readonly scope: Scope;
  readonly scopeAt: Path;
  readonly scopeNote: string;
  readonly route: 'managed-open' | 'closed-api';
}

/** What a resource says of a served model; undefined where it serves none. `regionOf` finds the region of another resource by its id or address. */
export function managedModel(resource: PlannedResource, regionOf: (reference: unknown) => { readonly region: string; readonly at: Path } | undefined): ManagedModel | undefined {
  if (/^azurerm_cognitive_(deployment|account_deployment)$/.test(resource.type)) return azureDeployment(resource, regionOf);
  if (/^aws_bedrock_(inference_profile|foundation_model|provisioned_model_throughput|custom_model)$/.test(resource.type) || resource.type === 'aws_bedrockagent_agent') return bedrockModel(resource, regionOf);
  if (/^google_vertex_ai_endpoint(_with_model_garden_deployment)?$/.test(resource.type)) return vertexModel(resource);
  return undefined;
}

function azureDeployment({ values, at }: PlannedResource, regionOf: Parameters<typeof managedModel>[1]): ManagedModel | undefined {
  const model = membersOf(itemsOf(values['model'])[0] ?? values['model']);
  const modelAt = [...at, 'model', ...(Array.isArray(values['model']) ? [0] : []), 'name'];
  const holder = values['sku'] === undefined ? 'scale' : 'sku';
  const sku = membersOf(itemsOf(values[holder])[0] ?? values[holder]);
  const kind = shortText(sku['name'] ?? sku['type']);
  const name = shortText(model['name']);
  if (name === undefined) return undefined;
  const region = regionOf(values['cognitive_account_id']);
  const [scope, scopeNote]: readonly [Scope, string] =
    kind === undefined ? ['unknown', 'the plan does not know the SKU'] : /^Global/i.test(kind) ? ['global', `SKU ${kind} may process in any region of the provider`] : /^DataZone/i.test(kind) ? ['geography', `SKU ${kind} processes within its data zone`] : ['region', `SKU ${kind} processes in the region of its account`];
  return { provider: 'azure', model: name, ...optional('version', shortText(model['version'])), modelAt, ...(region === undefined ? {} : { region: region.region, regionAt: region.at }), scope, scopeAt: [...at, holder], scopeNote, route: 'closed-api' };
}

function bedrockModel({ values, at, type }: PlannedResource, regionOf: Parameters<typeof managedModel>[1]): ManagedModel | undefined {
  const source = membersOf(itemsOf(values['model_source'])[0]);
  const candidates: readonly (readonly [unknown, Path])[] = [
    [values['inference_profile_id'], [...at, 'inference_profile_id']],
    [source['copy_from'], [...at, 'model_source', 0, 'copy_from']],
    [values['model_id'], [...at, 'model_id']],
    [values['foundation_model'], [...at, 'foundation_model']],
    [values['model_arn'], [...at, 'model_arn']],
    [values['base_model_identifier'], [...at, 'base_model_identifier']],
  ];
  const [given, modelAt] = candidates.find(([value]) => shortText(value) !== undefined) ?? [];
  const identifier = shortText(given, 500)?.split('/').at(-1);
  if (identifier === undefined || modelAt === undefined) return undefined;
  const profile = /^(global|us-gov|us|eu|apac|jp|au|ca|sa)\.(.+)$/.exec(identifier);
  const stated = shortText(values['region'], 100);
  const fromArn = /^arn:[^:]*:bedrock:([a-z0-9-]+):/.exec(shortText(given, 500) ?? '')?.[1]?.slice(0, 100);
  const configured = stated === undefined && fromArn === undefined ? regionOf('aws') : undefined;
  const region = stated ?? fromArn ?? configured?.region;
  const scope: Scope = profile === null ? (type === 'aws_bedrock_inference_profile' ? 'unknown' : 'region') : profile[1] === 'global' ? 'global' : 'geography';
  const scopeNote = profile === null ? 'no cross-region profile is named' : profile[1] === 'global' ? 'a global profile may process in any commercial region' : `the profile ${profile[1]}. spreads requests over the regions of its geography`;
  return { provider: 'bedrock', model: profile?.[2] ?? identifier, modelAt, ...(region === undefined ? {} : { region, regionAt: stated === undefined ? (configured?.at ?? modelAt) : [...at, 'region'] }), scope, scopeAt: modelAt, scopeNote, route: 'closed-api' };
}

function vertexModel({ values, at }: PlannedResource): ManagedModel | undefined {
  const key = ['hugging_face_model_id', 'publisher_model_name', 'model'].find((name) => shortText(values[name]) !== undefined);
  const location = shortText(values['location'] ?? values['region'], 100);
  const model = key === undefined ? undefined : shortText(values[key], 300);
  if (key === undefined || model === undefined) return undefined;
  const global = location === 'global';
  const multi = location !== undefined && /^(eu|us|europe|asia)$/.test(location);
  const scope: Scope = location === undefined ? 'unknown' : global ? 'global' : multi ? 'geography' : 'region';
  const place = [...at, values['location'] === undefined ? 'region' : 'location'];
  return { provider: 'vertex_ai', model: key === 'hugging_face_model_id' ? model : (model.split('/').at(-1) ?? model), modelAt: [...at, key], ...(location === undefined ? {} : { region: location, regionAt: place }), scope, scopeAt: place, scopeNote: location === undefined ? 'the plan does not know the location' : global ? 'the location global guarantees no place of processing' : `the location ${location}`, route: key === 'hugging_face_model_id' ? 'managed-open' : 'closed-api' };
}

const optional = (key: 'version', value: string | undefined): { version?: string } => (value === undefined ? {} : { [key]: value });

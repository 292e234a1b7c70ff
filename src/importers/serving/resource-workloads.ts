import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';
import { boundRegion } from './bound-region.js';
import { podContainer, podContainers } from './pod-containers.js';
import { type Container, type Placed } from './container.js';
import { type Workload } from './workload-records.js';

type Path = readonly (string | number)[];
type Members = Readonly<Record<string, unknown>>;

/** Workloads that one Kubernetes resource, or a list of them, stands for. Resources that run nothing stand for none. */
export function resourceWorkloads(value: unknown, at: Path = []): Workload[] {
  const resource = membersOf(value);
  if (resource['kind'] === 'List') return itemsOf(resource['items']).slice(0, 5_000).flatMap((item, index) => resourceWorkloads(item, [...at, 'items', index]));
  const metadata = membersOf(resource['metadata']);
  const name = shortText(metadata['name'] ?? metadata['generateName']) ?? '';
  const namespace = typeof metadata['namespace'] === 'string' ? `${metadata['namespace']}/` : '';
  const id = recordIdOf(`${namespace}${name}`);
  if (id === undefined || typeof resource['apiVersion'] !== 'string' || typeof resource['kind'] !== 'string') return [];
  const spec = [...at, 'spec'];
  const reader = Object.hasOwn(readers, resource['kind']) ? readers[resource['kind']] : undefined;
  const read = reader?.(membersOf(resource['spec']), spec, resource['apiVersion']) ?? podWorkload(resource['spec'], spec);
  return read.containers.length === 0 ? [] : [{ id, name, at, ...read }];
}

type Read = Omit<Workload, 'id' | 'name' | 'at'>;

const readers: Readonly<Record<string, (spec: Members, at: Path, apiVersion: string) => Read | undefined>> = {
  CustomResourceDefinition: () => ({ containers: [] }),
  ServingRuntime: () => ({ containers: [] }),
  ClusterServingRuntime: () => ({ containers: [] }),
  InferenceService: (spec, at, apiVersion) => (apiVersion.startsWith('serving.kserve.io/') ? predictorWorkload(membersOf(spec['predictor']), [...at, 'predictor']) : undefined),
  LLMInferenceService: (spec, at, apiVersion) => (apiVersion.startsWith('serving.kserve.io/') ? languageWorkload(spec, at) : undefined),
  VLLMRuntime: (spec, at) => runtimeWorkload(spec, at),
  InferenceModel: (spec, at, apiVersion) => (apiVersion.startsWith('inference.networking') ? routedWorkload(spec, at) : undefined),
};

/** Pod templates at any depth: deployments, jobs, cron jobs, Ray clusters, leader-worker sets. */
function podWorkload(spec: unknown, at: Path): Read {
  const pods = podSpecs(spec, at, 0);
  const region = pods.map((pod) => boundRegion(pod.spec, pod.at)).find((found) => found !== undefined);
  return { containers: pods.flatMap((pod) => podContainers(pod.spec, pod.at)), ...(region === undefined ? {} : { region }) };
}

function podSpecs(value: unknown, at: Path, depth: number): { readonly spec: unknown; readonly at: Path }[] {
  if (depth > 12 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((item: unknown, index) => podSpecs(item, [...at, index], depth + 1));
  if (Array.isArray((value as Members)['containers'])) return [{ spec: value, at }];
  return Object.entries(value).flatMap(([key, member]) => podSpecs(member, [...at, key], depth + 1));
}

const placed = (value: unknown, at: Path): Placed | undefined => (typeof value === 'string' && value.trim() !== '' ? { text: value, at } : undefined);

/** KServe: the model beside its runtime, or containers of one's own. */
function predictorWorkload(predictor: Members, at: Path): Read {
  const key = predictor['model'] !== undefined ? 'model' : Object.keys(predictor).find((name) => typeof membersOf(predictor[name])['storageUri'] === 'string');
  const pods = podContainers(predictor, at);
  const region = boundRegion(predictor, at);
  if (key === undefined) return { containers: pods, ...(region === undefined ? {} : { region }) };
  const inner = membersOf(predictor[key]);
  const container = podContainer(inner, [...at, key]);
  const format = membersOf(inner['modelFormat'])['name'];
  const engine = placed(inner['runtime'], [...at, key, 'runtime']) ?? placed(format, [...at, key, 'modelFormat', 'name']) ?? { text: key, at: [...at, key] };
  const model = placed(inner['storageUri'], [...at, key, 'storageUri']);
  const named = container.words.some(({ text }) => /^--model(_id|-id)?(=|$)/.test(text));
  return { containers: [{ ...container, moreEnvironment: true, ...(container.image === undefined ? { engine } : {}), ...(model === undefined || named ? {} : { model }) }, ...pods], ...(region === undefined ? {} : { region }) };
}

function languageWorkload(spec: Members, at: Path): Read {
  const model = membersOf(spec['model']);
  const reference = placed(model['uri'], [...at, 'model', 'uri']) ?? placed(model['name'], [...at, 'model', 'name']);
  const { containers, region } = podWorkload(spec, at);
  const first: Container = containers[0] ?? { at: [...at, 'model'], words: [], environment: [], moreEnvironment: true, engine: { text: 'vllm', at: [...at, 'model'] } };
  const adapters = itemsOf(membersOf(model['lora'])['adapters']).slice(0, 100).flatMap((adapter, index) => {
    const { name, uri, disabled } = membersOf(adapter);
    return typeof uri === 'string' && disabled !== true ? [{ name: String(name), address: uri, at: [...at, 'model', 'lora', 'adapters', index, 'uri'] }] : [];
  });
  return { containers: [{ ...first, moreEnvironment: true, ...(reference === undefined ? {} : { model: reference }) }, ...containers.slice(1)], adapters, ...(region === undefined ? {} : { region }) };
}

/** vLLM production stack: model, variables and image each in a section of its own. */
function runtimeWorkload(spec: Members, at: Path): Read {
  const model = placed(membersOf(spec['model'])['modelURL'], [...at, 'model', 'modelURL']);
  const image = membersOf(membersOf(spec['deploymentConfig'])['image']);
  const name = [image['registry'], image['name']].filter((part) => typeof part === 'string' && part !== '').join('/');
  const settings = podContainer(spec['vllmConfig'], [...at, 'vllmConfig']);
  const container: Container = { ...settings, ...(name === '' ? {} : { image: { text: name, at: [...at, 'deploymentConfig', 'image', 'name'] } }), engine: { text: 'vllm', at }, ...(model === undefined ? {} : { model }) };
  return { containers: [container] };
}

/** Gateway API inference extension: a name that a pool of engines serves. */
function routedWorkload(spec: Members, at: Path): Read {
  const model = placed(spec['modelName'], [...at, 'modelName']);
  const pool = placed(membersOf(spec['poolRef'])['name'], [...at, 'poolRef', 'name']);
  if (model === undefined) return { containers: [] };
  return { containers: [{ at, words: [], environment: [], moreEnvironment: true, model, engine: pool ?? { text: 'inference-pool', at } }] };
}

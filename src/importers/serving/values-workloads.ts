import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';
import { boundRegion } from './bound-region.js';
import { type Container, type EnvironmentEntry, type Placed } from './container.js';
import { environmentIn, wordsIn } from './pod-containers.js';
import { type Workload } from './workload-records.js';

type Path = readonly (string | number)[];
type Members = Readonly<Record<string, unknown>>;

const modelKeys = ['LLM_MODEL_ID', 'MODEL_ID', 'HF_MODEL_ID', 'EMBEDDING_MODEL_ID', 'modelId', 'modelName', 'modelURL', 'model'];

/** Workloads that the values of a chart describe: those of the vLLM production stack, and charts with an image and a model. */
export function valuesWorkloads(path: string, value: unknown): Workload[] {
  const values = membersOf(value);
  const engines = membersOf(values['servingEngineSpec']);
  const listed = itemsOf(engines['modelSpec']);
  if (listed.length > 0) return listed.slice(0, 1_000).flatMap((spec, index) => stackWorkload(membersOf(spec), ['servingEngineSpec', 'modelSpec', index], values));
  return chartWorkload(path, values);
}

const placed = (value: unknown, at: Path): Placed | undefined => (typeof value === 'string' && value.trim() !== '' ? { text: value.trim(), at } : undefined);

function imageIn(holder: Members, at: Path): Placed | undefined {
  const { registry, repository, tag, digest } = holder;
  if (typeof repository !== 'string' || repository === '') return undefined;
  const name = typeof registry === 'string' && registry !== '' ? `${registry}/${repository}` : repository;
  return { text: `${name}${typeof tag === 'string' || typeof tag === 'number' ? `:${tag}` : ''}${typeof digest === 'string' && digest !== '' ? `@${digest}` : ''}`, at: [...at, 'repository'] };
}

function stackWorkload(spec: Members, at: Path, values: Members): Workload[] {
  const name = shortText(spec['name']) ?? '';
  const id = recordIdOf(name);
  if (id === undefined) return [];
  const image = imageIn(spec, at);
  const model = placed(spec['modelURL'], [...at, 'modelURL']);
  const region = boundRegion({ nodeSelector: spec['nodeSelector'], affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: spec['nodeSelectorTerms'] } } } }, at);
  const container: Container = {
    at,
    ...(image === undefined ? {} : { image }),
    ...(model === undefined ? {} : { model }),
    engine: { text: 'vllm', at },
    words: [...wordsIn(membersOf(spec['vllmConfig'])['extraArgs'], [...at, 'vllmConfig', 'extraArgs']), ...wordsIn(spec['extraArgs'], [...at, 'extraArgs'])],
    environment: [...environmentIn(spec['env'], [...at, 'env']), ...secretsIn(spec, at), ...secretsIn(membersOf(values['servingEngineSpec']), at.slice(0, 1))],
    moreEnvironment: true,
  };
  return [{ id, name, at, containers: [container], adapters: adaptersOf(values, name), ...(region === undefined ? {} : { region: { ...region, at } }) }];
}

/** Keys that have a field of their own, as variables, so that literal ones are reported. */
function secretsIn(spec: Members, at: Path): EnvironmentEntry[] {
  return (['hf_token', 'vllmApiKey', 'HUGGINGFACEHUB_API_TOKEN'] as const).flatMap((key) => {
    const value = spec[key];
    return typeof value === 'string' ? [{ name: key === 'vllmApiKey' ? 'VLLM_API_KEY' : key.toUpperCase(), value, at: [...at, key] }] : [];
  });
}

function adaptersOf(values: Members, base: string): NonNullable<Workload['adapters']> {
  return itemsOf(values['loraAdapters']).slice(0, 100).flatMap((adapter, index) => {
    const { name, baseModel, adapterSource } = membersOf(adapter);
    const { repository, adapterPath } = membersOf(adapterSource);
    const key = typeof repository === 'string' ? 'repository' : 'adapterPath';
    const address = typeof repository === 'string' ? repository : adapterPath;
    return baseModel === base && typeof address === 'string' ? [{ name: String(name), address, at: ['loraAdapters', index, 'adapterSource', key] }] : [];
  });
}

/** A chart with one image at the top; the release is named after the folder of the values. */
function chartWorkload(path: string, values: Members): Workload[] {
  const image = imageIn(membersOf(values['image']), ['image']) ?? placed(values['image'], ['image']);
  const key = modelKeys.find((name) => typeof values[name] === 'string' && values[name] !== '');
  if (image === undefined) return [];
  const name = path.split('/').at(-2) ?? path.split('/').at(-1)?.replace(/\.[^.]+$/, '') ?? 'values';
  const id = recordIdOf(name === '.' ? 'values' : name);
  if (id === undefined) return [];
  const model = key === undefined ? undefined : placed(values[key], [key]);
  const ollama = itemsOf(membersOf(membersOf(values['ollama'])['models'])['pull']).find((pulled) => typeof pulled === 'string');
  const pulled = placed(ollama, ['ollama', 'models', 'pull', 0]);
  const region = boundRegion(values, []);
  const environment = [...environmentIn(values['env'], ['env']), ...environmentIn(values['extraEnv'], ['extraEnv']), ...plainVariables(values), ...secretsIn(values, []), ...secretsIn(membersOf(values['global']), ['global'])];
  const words = [...wordsIn(values['args'], ['args']), ...wordsIn(values['extraArgs'], ['extraArgs']), ...wordsIn(values['command'], ['command'])];
  const given = model ?? pulled;
  return [{ id, name, at: ['image'], containers: [{ at: ['image'], image, words, environment, moreEnvironment: true, ...(given === undefined ? {} : { model: given }) }], ...(region === undefined ? {} : { region }) }];
}

/** Charts often take variables as values of the same name. */
function plainVariables(values: Members): EnvironmentEntry[] {
  return Object.entries(values).flatMap(([name, value]) => (/^[A-Z][A-Z0-9_]+$/.test(name) && (typeof value === 'string' || typeof value === 'number') && value !== '' ? [{ name, value: String(value), at: [name] }] : []));
}

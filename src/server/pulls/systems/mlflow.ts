import { z } from 'zod';
import { recordIdOf } from '../../../importers/record-id-of.js';
import { etagOf } from '../etag-of.js';
import { gapOf } from '../gap-of.js';
import { manifestFile } from '../manifest-file.js';
import { pagesOf } from '../pages-of.js';
import { type ConnectionTo, type PulledFile, type PullGap, type PullSource } from '../pull-source.js';
import { bytesOf, jsonOf } from '../read-answer.js';
import { type RemoteFetch } from '../remote.js';

const text = z.string().min(1).max(500);
const token = z.string().max(10_000).optional();

const registeredModels = z.object({ registered_models: z.array(z.object({ name: text })).default([]), next_page_token: token });

const modelVersion = z.object({
  name: text,
  version: z.union([z.string(), z.number()]).transform(String).pipe(z.string().regex(/^\d{1,12}$/)),
  current_stage: z.string().max(100).nullish(),
  status: z.string().max(100).nullish(),
  aliases: z.array(z.string().max(500)).nullish(),
});
const modelVersions = z.object({ model_versions: z.array(modelVersion).default([]), next_page_token: token });

type ModelVersion = z.output<typeof modelVersion>;

interface Listed {
  readonly id: string;
  readonly files: readonly string[];
}

/** MLflow's model registry: the `MLmodel` of each version, under the name and version it is registered as. */
export const mlflowSource: PullSource<'mlflow'> = async function* (connection, fetch) {
  const listed: Listed[] = [];
  for await (const name of namesIn(connection, fetch)) {
    if (typeof name !== 'string') {
      yield name;
      continue;
    }
    const versions: ModelVersion[] = [];
    for await (const step of versionsOf(name, connection, fetch)) {
      if (step.kind === 'gap') yield step;
      else versions.push(...step.page.filter((version) => version.name === name));
    }
    for (const version of connection.versions === 'current' ? currentOf(versions) : versions) {
      const id = recordIdOf(`${name}@${version.version}`);
      if (id === undefined) continue;
      const read = await modelFile(version, id, fetch);
      yield read;
      listed.push({ id, files: read.kind === 'file' ? [read.path] : [] });
    }
  }
  if (listed.length > 0) yield manifestFile(listed.map(({ id, files }) => ({ id, ...(files.length === 0 ? {} : { files }) })), connection.url);
};

async function* namesIn({ models, mostPages }: ConnectionTo<'mlflow'>, fetch: RemoteFetch): AsyncGenerator<string | PullGap> {
  if (models !== undefined) {
    yield* models;
    return;
  }
  const pages = pagesOf({
    what: 'the registered models',
    most: mostPages,
    ask: async (pageToken) => {
      const { registered_models: page, next_page_token: next } = jsonOf(await fetch('/api/2.0/mlflow/registered-models/search', { max_results: '100', ...(pageToken === undefined ? {} : { page_token: pageToken }) }), registeredModels);
      return { page, next };
    },
  });
  for await (const step of pages) {
    if (step.kind === 'gap') yield step;
    else yield* step.page.map(({ name }) => name);
  }
}

function versionsOf(name: string, { mostPages, models }: ConnectionTo<'mlflow'>, fetch: RemoteFetch) {
  return pagesOf({
    what: `the versions of ${name}`,
    most: mostPages,
    ask: async (pageToken) => {
      const { model_versions: page, next_page_token: next } = jsonOf(await fetch('/api/2.0/mlflow/model-versions/search', { filter: name.includes("'") ? `name="${name}"` : `name='${name}'`, max_results: '200', ...(pageToken === undefined ? {} : { page_token: pageToken }) }), modelVersions);
      if (models !== undefined && pageToken === undefined && page.length === 0) jsonOf(await fetch('/api/2.0/mlflow/registered-models/get', { name }), z.object({ registered_model: z.object({ name: text }) }));
      return { page, next };
    },
  });
}

function currentOf(versions: readonly ModelVersion[]): readonly ModelVersion[] {
  const used = versions.filter(({ aliases, current_stage: stage }) => (aliases ?? []).length > 0 || stage === 'Staging' || stage === 'Production');
  if (used.length > 0) return used;
  return versions.reduce<ModelVersion[]>((newest, version) => (newest[0] === undefined || Number(version.version) > Number(newest[0].version) ? [version] : newest), []);
}

async function modelFile({ name, version, status }: ModelVersion, id: string, fetch: RemoteFetch): Promise<PulledFile | PullGap> {
  const what = `the MLmodel of ${name}, version ${version}`;
  if (status !== undefined && status !== null && status !== 'READY') return { kind: 'gap', code: 'not-ready', what, message: `version ${version} of ${name} is ${status.slice(0, 50)} and not READY; finish or delete it` };
  try {
    const answer = await fetch('/model-versions/get-artifact', { path: 'MLmodel', name, version });
    return { kind: 'file', path: `${id.replaceAll('/', '--')}/MLmodel`, bytes: bytesOf(answer), url: answer.url, at: answer.at, ...etagOf(answer) };
  } catch (error) {
    return gapOf(error, what);
  }
}

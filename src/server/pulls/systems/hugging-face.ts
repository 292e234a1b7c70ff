import { z } from 'zod';
import { recordId } from '../../../core/inventory/record-id.js';
import { recordIdOf } from '../../../importers/record-id-of.js';
import { etagOf } from '../etag-of.js';
import { gapOf } from '../gap-of.js';
import { manifestFile } from '../manifest-file.js';
import { pagesOf } from '../pages-of.js';
import { type ConnectionTo, type Pulled, type PulledFile, type PullGap, type PullSource } from '../pull-source.js';
import { bytesOf, jsonOf } from '../read-answer.js';
import { type RemoteFetch } from '../remote.js';

const repository = recordId.regex(/^[\w.-]+(\/[\w.-]+)?$/);
const commit = z.string().regex(/^[0-9a-f]{7,64}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const models = z.array(z.object({ id: repository }));
const sibling = z.object({ rfilename: z.string().min(1).max(1_000), size: z.number().int().nonnegative().nullish(), lfs: z.object({ sha256: sha256.optional().catch(undefined) }).nullish() });
const modelInfo = z.object({ id: repository, sha: commit, gated: z.union([z.boolean(), z.string()]).nullish(), siblings: z.array(sibling) });

type ModelInfo = z.output<typeof modelInfo>;

const described = ['README.md', 'config.json'] as const;
const formats: Readonly<Record<string, string | undefined>> = { safetensors: 'safetensors', gguf: 'gguf', onnx: 'onnx', h5: 'h5', bin: undefined, pt: undefined, pth: undefined, ckpt: undefined, pkl: 'pickle' };
const mostWeights = 2_000;

/** A Hugging Face-compatible hub: card and `config.json` of each model at one commit, and what the hub says of its weights. */
export const huggingFaceSource: PullSource<'hugging-face'> = async function* (connection, fetch) {
  const known: object[] = [];
  for await (const wanted of wantedModels(connection, fetch)) {
    if ('code' in wanted) {
      yield wanted;
      continue;
    }
    let info: ModelInfo;
    try {
      const path = wanted.revision === undefined ? '' : `/revision/${encodeURIComponent(wanted.revision)}`;
      info = jsonOf(await fetch(`/api/models/${wanted.id}${path}`, { blobs: 'true' }), modelInfo);
    } catch (error) {
      yield gapOf(error, `the model ${wanted.id}`);
      continue;
    }
    const files: string[] = [];
    for await (const file of filesOf(info, fetch)) {
      if (file.kind === 'file') files.push(file.path);
      yield file;
    }
    if (info.siblings.filter(isWeight).length > mostWeights) yield { kind: 'gap', code: 'cut', what: `the weights of ${info.id}`, message: `${info.id} has more than ${mostWeights} files of weights; only that many are listed` };
    known.push(entryOf(info, files, new URL(connection.url).hostname));
  }
  if (known.length > 0) yield manifestFile(known, connection.url);
};

interface WantedModel {
  readonly id: string;
  readonly revision?: string;
}

async function* wantedModels({ owners = [], models: named = [], mostPages }: ConnectionTo<'hugging-face'>, fetch: RemoteFetch): AsyncGenerator<WantedModel | PullGap> {
  const seen = new Set<string>();
  for (const text of named) {
    const [id = '', revision] = text.split('@');
    seen.add(id);
    if (repository.safeParse(id).success) yield { id, ...(revision === undefined ? {} : { revision }) };
    else yield { kind: 'gap', code: 'not-found', what: `the model ${id}`, message: `'${id}' is no name of a model; write owner/name in the connection` };
  }
  for (const owner of owners) {
    const pages = pagesOf({
      what: `the models of ${owner}`,
      most: mostPages,
      ask: async (next) => {
        const answer = next === undefined ? await fetch('/api/models', { author: owner, limit: '100' }) : await fetch(next);
        return { page: jsonOf(answer, models), next: nextPage(answer.headers['link']) };
      },
    });
    for await (const step of pages) {
      if (step.kind === 'gap') yield step;
      else
        for (const { id } of step.page)
          if (!seen.has(id)) {
            seen.add(id);
            yield { id };
          }
    }
  }
}

/** Address of the next page in a `Link` header (RFC 8288). */
function nextPage(link: string | undefined): string | undefined {
  return link?.split(/,\s*(?=<)/).map((part) => /^\s*<([^>]+)>\s*;(?:[^"]*;)?\s*rel="?next"?/.exec(part)?.[1]).find((address) => address !== undefined);
}

async function* filesOf({ id, sha, siblings }: ModelInfo, fetch: RemoteFetch): AsyncGenerator<Pulled> {
  for (const name of described) {
    if (!siblings.some(({ rfilename }) => rfilename === name)) continue;
    try {
      const answer = await fetch(`/${id}/resolve/${sha}/${name}`);
      const file: PulledFile = { kind: 'file', path: `models--${id.replace('/', '--')}/snapshots/${sha}/${name}`, bytes: bytesOf(answer), url: answer.url, at: answer.at, revision: sha, ...etagOf(answer) };
      yield file;
    } catch (error) {
      yield gapOf(error, `${name} of ${id}`);
    }
  }
}

function entryOf({ id, sha, gated, siblings }: ModelInfo, files: readonly string[], hub: string): object {
  const weights = siblings.filter(isWeight).slice(0, mostWeights).flatMap(({ rfilename, size, lfs }) => {
    const artefact = recordIdOf(`${id}/${rfilename}`);
    const format = formats[extensionOf(rfilename)];
    return artefact === undefined ? [] : [{ id: artefact, file: rfilename, ...(format === undefined ? {} : { format }), ...(typeof size === 'number' ? { bytes: size } : {}), ...(lfs?.sha256 === undefined ? {} : { publisherSha256: lfs.sha256 }) }];
  });
  return {
    id,
    source: { hub, repository: id, revision: sha, revisionKind: 'commit' },
    ...(gated === undefined || gated === null || gated === false ? {} : { weightsAvailability: 'gated' }),
    ...(weights.length === 0 ? {} : { weights }),
    ...(files.length === 0 ? {} : { files }),
  };
}

const isWeight = ({ rfilename }: { readonly rfilename: string }): boolean => Object.hasOwn(formats, extensionOf(rfilename));

const extensionOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1).toLowerCase();

import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { readJson } from '../read-json.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';
import { subjectOfPath } from '../subject-of-path.js';

const layerKind = /^application\/vnd\.ollama\.image\.(model|adapter|projector|license|system|template|params|messages)$/;

/** Reads an Ollama manifest: digests and sizes of weights, adapters and licence text. They are the registry's claims until bytes are hashed. */
export const ollamaManifestImporter: Importer = {
  id: 'ollama-manifest',
  title: 'Ollama manifest',
  recognises: (file) => !/\.(md|ya?ml|ts|js|py|go)$/i.test(file.path) && /"application\/vnd\.ollama\.image\./.test(headOf(file, 65_536)) && /^\s*\{/.test(headOf(file, 64)),
  import: (file, { subject }) => {
    const { document, problems: found } = readJson(file.path, file.bytes);
    if (document === undefined) return importResult(file, 'ollama-manifest', [], found);
    const id = subject ?? libraryName(file.path) ?? subjectOfPath(file.path);
    const model = recordBuilder(document, 'model', id, [], subject === undefined ? 'inferred' : 'declared').state('/source/hub', 'registry.ollama.ai', ['layers'], 'inferred', 'form of the layers');
    const problems: Problem[] = [];
    const weights: InventoryRecord[] = [];
    itemsOf(membersOf(document.value)['layers']).slice(0, 10_000).forEach((layer, index) => {
      const { mediaType, digest, size } = membersOf(layer);
      const kind = typeof mediaType === 'string' ? layerKind.exec(mediaType)?.[1] : undefined;
      if (kind === undefined) return;
      const at = ['layers', index, 'digest'];
      const sha256 = typeof digest === 'string' ? /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1] : undefined;
      if (sha256 === undefined) {
        problems.push({ file: file.path, ...document.placeOf(at), code: 'invalid-value', message: `the digest of layer ${index} is no SHA-256; write sha256: and 64 hexadecimal digits in lower case` });
        return;
      }
      if (kind === 'license') model.state('/licence/textSha256', sha256, at);
      if (kind !== 'model' && kind !== 'adapter' && kind !== 'projector') return;
      weights.push(
        recordBuilder(document, 'weightArtefact', `sha256:${sha256}`, at)
          .state('/model', id, at, subject === undefined ? 'inferred' : 'declared', 'the manifest lists it')
          .state('/format', kind === 'model' ? 'gguf' : undefined, ['layers', index, 'mediaType'], 'inferred', 'the format of Ollama models')
          .state('/bytes', typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : undefined, ['layers', index, 'size'])
          .state('/publisherSha256', sha256, at)
          .build(),
      );
    });
    if (weights.length === 0 && problems.length === 0) problems.push({ file: file.path, ...document.placeOf(['layers']), code: 'no-facts', message: 'the manifest lists no model layer; give the manifest of a model' });
    return importResult(file, 'ollama-manifest', problems.length > 0 && weights.length === 0 ? [] : [model.build(), ...weights], problems);
  },
};

/** `manifests/registry.ollama.ai/library/llama3.2/3b` is the model `llama3.2:3b`. */
function libraryName(path: string): string | undefined {
  const [owner, name, tag] = /manifests\/[^/]+\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path)?.slice(1) ?? [];
  if (owner === undefined || name === undefined || tag === undefined) return undefined;
  return recordIdOf(owner === 'library' ? `${name}:${tag}` : `${owner}/${name}:${tag}`);
}

import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { spdxIdOf } from '../../core/inventory/spdx-id-of.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { type ParsedDocument } from '../parsed-document.js';
import { readJson } from '../read-json.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';
import { subjectOfPath } from '../subject-of-path.js';

/** Reads models packed for OCI registries: the ModelPack configuration, and manifests whose layers are weights. */
export const modelPackImporter: Importer = {
  id: 'model-pack',
  title: 'ModelPack or OCI model manifest',
  recognises: (file) => {
    if (!/\.json$/i.test(file.path)) return false;
    const head = headOf(file);
    return (/"descriptor"\s*:/.test(head) && /"modelfs"\s*:/.test(head)) || /"(mediaType|artifactType)"\s*:\s*"application\/vnd\.(cncf|cnai)\.model\./.test(head);
  },
  import: (file, { subject }) => {
    const { document, problems: found } = readJson(file.path, file.bytes);
    if (document === undefined) return importResult(file, 'model-pack', [], found);
    const problems: Problem[] = [];
    const value = membersOf(document.value);
    const records = value['modelfs'] === undefined ? layerRecords(file.path, document, value, subject ?? subjectOfPath(file.path), problems) : configRecords(document, value, subject, file.path);
    if (records.length === 0 && problems.length === 0) problems.push({ file: file.path, line: 1, column: 1, code: 'no-facts', message: 'the file describes no model; give the configuration or the manifest of a packed model' });
    return importResult(file, 'model-pack', records, problems);
  },
};

type Members = Readonly<Record<string, unknown>>;

function configRecords(document: ParsedDocument, value: Members, subject: string | undefined, path: string): InventoryRecord[] {
  const descriptor = membersOf(value['descriptor']);
  const config = membersOf(value['config']);
  const id = subject ?? recordIdOf(shortText(descriptor['name']) ?? '') ?? subjectOfPath(path);
  const at = (key: string) => ['descriptor', key];
  const licences = itemsOf(descriptor['licenses']).flatMap((licence) => shortText(licence) ?? []);
  const model = recordBuilder(document, 'model', id, at('name'))
    .state('/name', shortText(descriptor['title'] ?? descriptor['name']), at('title'))
    .state('/version', shortText(descriptor['version']), at('version'))
    .state('/family', shortText(descriptor['family']), at('family'))
    .state('/developer', shortText(descriptor['vendor']), at('vendor'))
    .state('/source/repository', shortText(descriptor['sourceURL'], 300), at('sourceURL'))
    .state('/source/revision', shortText(descriptor['revision']), at('revision'))
    .state('/licence/declaredAs', shortText(licences.join(', '), 500), at('licenses'))
    .state('/licence/expression', licences.length === 1 ? (spdxIdOf(licences[0] ?? '') ?? undefined) : undefined, at('licenses'))
    .state('/parametersTotal', parameters(config['paramSize']), ['config', 'paramSize'])
    .state('/architecture/type', shortText(config['architecture'], 100), ['config', 'architecture'])
    .state('/architecture/dataType', shortText(config['precision'], 40), ['config', 'precision'])
    .state('/architecture/quantisationMethod', shortText(config['quantization'], 60), ['config', 'quantization'])
    .state('/modalities', modalities(config['capabilities']), ['config', 'capabilities']);
  return [model.build()];
}

function parameters(size: unknown): number | undefined {
  const match = typeof size === 'string' ? /^(\d+(?:\.\d+)?)\s*([kmbt])$/i.exec(size.trim()) : null;
  const factor = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 }[match?.[2]?.toLowerCase() ?? ''];
  const count = match === null || factor === undefined ? undefined : Math.round(Number(match[1]) * factor);
  return count === undefined || count <= 0 || count > 1e15 ? undefined : count;
}

function modalities(capabilities: unknown): string[] {
  const { input_types: input, output_types: output } = membersOf(capabilities);
  const known = ['text', 'image', 'audio', 'video', 'embedding'];
  return known.filter((kind) => [...itemsOf(input), ...itemsOf(output)].includes(kind));
}

function layerRecords(file: string, document: ParsedDocument, value: Members, id: string, problems: Problem[]): InventoryRecord[] {
  const weights = itemsOf(value['layers']).slice(0, 50_000).flatMap((layer, index) => {
    const { mediaType, digest, size, annotations } = membersOf(layer);
    if (typeof mediaType !== 'string' || !/\.model\.weight/.test(mediaType)) return [];
    const at = ['layers', index, 'digest'];
    const sha256 = typeof digest === 'string' ? /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1] : undefined;
    if (sha256 === undefined) {
      problems.push({ file, ...document.placeOf(at), code: 'invalid-value', message: `the digest of layer ${index} is no SHA-256; write sha256: and 64 hexadecimal digits in lower case` });
      return [];
    }
    const path = Object.entries(membersOf(annotations)).find(([key]) => /filepath$/.test(key))?.[1];
    return [recordBuilder(document, 'weightArtefact', `sha256:${sha256}`, at).state('/model', id, at, 'inferred', 'the manifest lists it').state('/file', shortText(path, 1_000), ['layers', index, 'annotations']).state('/bytes', typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : undefined, ['layers', index, 'size']).state('/publisherSha256', sha256, at).build()];
  });
  return weights.length === 0 ? [] : [recordBuilder(document, 'model', id, [], 'inferred').build(), ...weights];
}

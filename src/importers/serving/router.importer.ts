import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { type ParsedDocument } from '../parsed-document.js';
import { readYaml } from '../read-yaml.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';

/** Reads the list of outside providers of the vLLM production stack's router: every model of it leaves the cluster. */
export const routerImporter: Importer = {
  id: 'vllm-router',
  title: 'vLLM router: external providers',
  recognises: (file) => /\.ya?ml$/i.test(file.path) && /^external_providers\s*:/m.test(headOf(file)),
  import: (file, { subject }) => {
    const { documents, problems: found } = readYaml(file.path, file.bytes);
    const problems: Problem[] = [...found];
    const records = documents.flatMap((document) => itemsOf(membersOf(document.value)['external_providers']).slice(0, 1_000).flatMap((provider, index) => providerRecords(file.path, document, provider, index, subject, problems)));
    if (records.length === 0 && problems.length === 0) problems.push({ file: file.path, line: 1, column: 1, code: 'no-facts', message: "'external_providers' lists none; add one, or remove the file", level: 'warning' });
    return importResult(file, 'vllm-router', records, problems);
  },
};

function providerRecords(file: string, document: ParsedDocument, value: unknown, index: number, subject: string | undefined, problems: Problem[]): InventoryRecord[] {
  const { name, api_base: base, api_key: key, models } = membersOf(value);
  const at = ['external_providers', index];
  const id = typeof name === 'string' ? recordIdOf(name) : undefined;
  if (key !== undefined) problems.push({ file, ...document.placeOf([...at, 'api_key']), code: 'inline-secret', message: 'an API key stands in the file; write api_key_env_var and revoke this one', level: 'warning' });
  if (id === undefined) {
    problems.push({ file, ...document.placeOf(at), code: 'missing-key', message: "the provider has no 'name'; write one" });
    return [];
  }
  const host = typeof base === 'string' ? /^https?:\/\/(?:[^/@]*@)?([^/:?#\s]+)/i.exec(base)?.[1]?.toLowerCase() : undefined;
  const records = [recordBuilder(document, 'provider', id, at).state('/endpoints', host === undefined ? undefined : [host], [...at, 'api_base']).build()];
  itemsOf(models).slice(0, 1_000).forEach((listed, position) => {
    const model = membersOf(listed)['id'];
    const modelId = typeof model === 'string' ? recordIdOf(model) : undefined;
    if (modelId === undefined) return;
    const place = [...at, 'models', position, 'id'];
    const owner = subject ?? `router/${modelId}`;
    records.push(
      recordBuilder(document, 'model', modelId, place).state('/apiModelId', String(model).slice(0, 200), place).build(),
      recordBuilder(document, 'deployment', owner, place).state('/model', subject === undefined ? modelId : undefined, place).state('/provider', subject === undefined ? id : undefined, [...at, 'name']).build(),
      recordBuilder(document, 'dataFlow', `${owner}/router-${id}`, place).state('/deployment', owner, place).state('/stage', 'prompt', place, 'inferred', 'the router hands on what it is asked').state('/to', id, [...at, 'name']).state('/via', String(model).slice(0, 200), place).state('/undeclared', true, place, 'inferred', 'found in the configuration of a router').build(),
    );
  });
  return records;
}

import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { recordKey } from '../../core/inventory/record-key.js';
import { headOf } from '../head-of.js';
import { type Importer, type ImportResult } from '../importer.js';
import { laterDocuments } from '../later-documents.js';
import { type ParsedDocument } from '../parsed-document.js';
import { readYaml } from '../read-yaml.js';
import { schemaProblems } from '../schema-problems.js';
import { gatewayConfig, type GatewayConfig } from './gateway-config.js';
import { gatewayRecords } from './gateway-records.js';

/**
 * Reads the configuration of a LiteLLM gateway: for every alias the transitive closure of what a request can reach through group aliases,
 * wildcards, fallbacks and callbacks. Keys that stand in the file are reported and never copied.
 */
export const litellmImporter: Importer = {
  id: 'litellm',
  title: 'LiteLLM config.yaml',
  recognises: (file) => /\.(ya?ml|json)$/i.test(file.path) && /^[ \t]*["']?(model_list|litellm_settings)["']?\s*:/m.test(headOf(file, 1_048_576)),
  import: (file, { subject, part }) => {
    const result = (records: readonly InventoryRecord[], problems: readonly Problem[]): ImportResult => ({ fragment: { source: { path: file.path, sha256: file.sha256, importer: 'litellm' }, records }, problems });
    const { documents, problems } = readYaml(file.path, file.bytes);
    const document = documents[0];
    if (document === undefined) return result([], problems.length > 0 ? problems : [{ file: file.path, line: 1, column: 1, code: 'empty', message: "the file is empty; write a 'model_list'" }]);
    const found = [...problems, ...laterDocuments(file.path, documents)];
    const checked = gatewayConfig.safeParse(document.value);
    if (!checked.success) return result([], [...found, ...schemaProblems(file.path, document, [], gatewayConfig, checked.error)]);
    const aliases = part === undefined ? aliasesOf(checked.data) : [part];
    found.push(...inlineSecrets(file.path, document, checked.data));
    found.push(...includedFiles(file.path, document, checked.data));
    if (aliases.length === 0) found.push({ file: file.path, ...document.placeOf(['model_list']), code: 'no-facts', message: "'model_list' names no model, so the gateway serves nothing; add an entry" });
    const records = new Map<string, InventoryRecord>();
    for (const alias of aliases) {
      const read = gatewayRecords(file.path, document, checked.data, alias, subject);
      found.push(...read.problems);
      for (const record of read.records) if (!records.has(recordKey(record.kind, record.id))) records.set(recordKey(record.kind, record.id), record);
    }
    return result([...records.values()], distinct(found));
  },
};

function aliasesOf(config: GatewayConfig): string[] {
  const grouped = [config.router_settings, config.litellm_settings].flatMap((settings) => Object.keys(settings?.model_group_alias ?? {}));
  return [...new Set([...(config.model_list ?? []).map(({ model_name }) => model_name), ...grouped])];
}

function inlineSecrets(file: string, document: ParsedDocument, config: GatewayConfig): Problem[] {
  return (config.model_list ?? []).flatMap(({ litellm_params }, index): Problem[] => {
    const key = litellm_params['api_key'];
    if (typeof key !== 'string' || key === '' || key.startsWith('os.environ/')) return [];
    return [{ file, ...document.placeOf(['model_list', index, 'litellm_params', 'api_key']), code: 'inline-secret', message: 'an API key stands in the file; write os.environ/NAME and revoke this one', level: 'warning' }];
  });
}

function distinct(problems: readonly Problem[]): Problem[] {
  const byText = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...byText.values()];
}

/** Other files that the gateway reads as well: each is read by itself where it lies among the sources, and never joined with this one. */
function includedFiles(file: string, document: ParsedDocument, { include }: GatewayConfig): Problem[] {
  return include === undefined || include === null || include.length === 0 ? [] : [{ file, ...document.placeOf(['include']), code: 'includes', message: `includes ${include.slice(0, 3).join(', ').slice(0, 200)}, whose models and fallbacks are not joined with those here; write them into one file`, level: 'warning' }];
}

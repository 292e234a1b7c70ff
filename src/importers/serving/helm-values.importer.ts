import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { readYaml } from '../read-yaml.js';
import { engineOf } from './engine-of.js';
import { engineWords } from './engine-words.js';
import { valuesWorkloads } from './values-workloads.js';
import { workloadRecords } from './workload-records.js';

/** Reads values of charts that run an inference engine: the vLLM production stack, and charts with an image and a model of their own. */
export const helmValuesImporter: Importer = {
  id: 'helm-values',
  title: 'Helm values',
  recognises: (file) => {
    if (!/\.ya?ml$/i.test(file.path)) return false;
    const head = headOf(file, 1_048_576);
    if (/^(apiVersion|services)\s*:/m.test(head) || !engineWords.test(head)) return false;
    const stack = /^servingEngineSpec\s*:/m.test(head);
    if (!stack && !(/values[^/]*\.ya?ml$/i.test(file.path) && /^image\s*:/m.test(head))) return false;
    const { documents, problems } = readYaml(file.path, file.bytes);
    return problems.length > 0 || stack || documents.some(({ value }) => valuesWorkloads(file.path, value).some(({ containers }) => containers.some((container) => engineOf(container) !== undefined)));
  },
  import: (file, { subject, part }) => {
    const { documents, problems: found } = readYaml(file.path, file.bytes);
    const problems: Problem[] = [...found];
    const records: InventoryRecord[] = [];
    for (const document of documents) {
      const workloads = valuesWorkloads(file.path, document.value).filter(({ name }) => part === undefined || part === name);
      if (subject !== undefined && workloads.length > 1) problems.push({ file: file.path, line: 1, column: 1, code: 'ambiguous-part', message: `the values run ${workloads.length} models, so none is taken for '${subject}'; name one as ${file.path}#name`, level: 'warning' });
      for (const workload of workloads) {
        const read = workloadRecords(file.path, document, subject !== undefined && workloads.length === 1 ? { ...workload, id: subject } : workload);
        records.push(...read.records);
        problems.push(...read.problems);
      }
    }
    if (records.length === 0 && problems.length === 0) problems.push({ file: file.path, line: 1, column: 1, code: 'no-facts', message: 'the values name no model that an engine runs; give the values that do', level: 'warning' });
    return importResult(file, 'helm-values', records, problems);
  },
};

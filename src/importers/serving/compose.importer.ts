import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { readYaml } from '../read-yaml.js';
import { composeWorkloads } from './compose-workloads.js';
import { engineOf } from './engine-of.js';
import { engineWords } from './engine-words.js';
import { outsideProviders, outsideVariable } from './outside-provider.js';
import { workloadRecords } from './workload-records.js';

/** Reads compose files whose services run an inference engine or hold the key of a model API. */
export const composeImporter: Importer = {
  id: 'compose',
  title: 'compose file',
  recognises: (file) => {
    if (!/\.(ya?ml|json)$/i.test(file.path)) return false;
    const head = headOf(file, 1_048_576);
    const speaks = engineWords.test(head) || outsideVariable.test(head) || /\btype:\s*model\b|^["']?models["']?\s*:/m.test(head);
    if (!speaks || !/^["']?services["']?\s*:|^\{\s*"/m.test(head) || /^[ \t]*["']?apiVersion["']?\s*:/m.test(head)) return false;
    const { documents, problems } = readYaml(file.path, file.bytes);
    if (problems.length > 0) return /(^|[/_-])(docker-)?compose[^/]*$/i.test(file.path);
    return documents.some(({ value }) => composeWorkloads(file.path, value).some(({ containers }) => containers.some((container) => engineOf(container) !== undefined || outsideProviders(container).length > 0)));
  },
  import: (file, { subject, part }) => {
    const { documents, problems: found } = readYaml(file.path, file.bytes);
    const problems: Problem[] = [...found];
    const records: InventoryRecord[] = [];
    const workloads = documents.flatMap((document) => composeWorkloads(file.path, document.value).filter(({ name }) => part === undefined || part === name).map((workload) => ({ document, workload })));
    const serving = workloads.filter(({ workload }) => workload.containers.some((container) => engineOf(container) !== undefined || outsideProviders(container).length > 0));
    for (const { document, workload } of workloads) {
      const owner = subject !== undefined && serving.length === 1 && serving[0]?.workload === workload ? { ...workload, id: subject } : workload;
      const read = workloadRecords(file.path, document, owner);
      records.push(...read.records);
      problems.push(...read.problems);
    }
    if (subject !== undefined && serving.length > 1) problems.push({ file: file.path, line: 1, column: 1, code: 'ambiguous-part', message: `${serving.length} services could be '${subject}', so none is taken for it; name one as ${file.path}#service`, level: 'warning' });
    if (records.length === 0 && problems.length === 0) problems.push({ file: file.path, line: 1, column: 1, code: 'no-facts', message: 'no service runs an inference engine; give the file of the services that do', level: 'warning' });
    return importResult(file, 'compose', records, problems);
  },
};

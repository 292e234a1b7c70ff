import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { type SourceFile } from '../../core/inventory/source-file.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { membersOf } from '../members-of.js';
import { readYaml } from '../read-yaml.js';
import { engineOf } from './engine-of.js';
import { engineWords } from './engine-words.js';
import { outsideProviders, outsideVariable } from './outside-provider.js';
import { resourceWorkloads } from './resource-workloads.js';
import { isTemplate } from './is-template.js';
import { workloadRecords } from './workload-records.js';

/**
 * Reads Kubernetes manifests that run a model: workloads with an inference engine, KServe, the vLLM production stack, the inference gateway,
 * and workloads that hold the key of a model API. What a manifest says of its model is its claim; nothing is verified by it.
 */
export const kubernetesImporter: Importer = {
  id: 'kubernetes',
  title: 'Kubernetes manifest',
  recognises: (file) => {
    if (!/\.(ya?ml|json)$/i.test(file.path)) return false;
    const head = headOf(file, 1_048_576);
    if (!/^[ \t]*["']?apiVersion["']?\s*:/m.test(head) || !/^[ \t]*["']?kind["']?\s*:/m.test(head) || isTemplate(head)) return false;
    return (engineWords.test(head) || outsideVariable.test(head)) && concernsModels(file);
  },
  import: (file, { subject, part }) => {
    const { documents, problems: found } = readYaml(file.path, file.bytes);
    const problems: Problem[] = [...found];
    const records: InventoryRecord[] = [];
    const workloads = documents.flatMap((document) => resourceWorkloads(document.value).filter(({ id, name }) => part === undefined || part === id || part === name).map((workload) => ({ document, workload })));
    for (const { document, workload } of workloads) {
      const owner = subject !== undefined && workloads.length === 1 ? { ...workload, id: subject } : workload;
      const read = workloadRecords(file.path, document, owner);
      records.push(...read.records);
      problems.push(...read.problems);
    }
    if (subject !== undefined && workloads.length > 1) problems.push({ file: file.path, line: 1, column: 1, code: 'ambiguous-part', message: `the manifest holds ${workloads.length} workloads, so none is taken for '${subject}'; name one as ${file.path}#name`, level: 'warning' });
    problems.push(...documents.flatMap((document): Problem[] => (runsChart(document.value) ? [{ file: file.path, ...document.placeOf(['kind']), code: 'unrendered', message: 'has a chart installed whose values name an inference engine, and values are not read here; give the output of \'helm template\', or the values in a file of their own', level: 'warning' }] : [])));
    const definition = documents.find(({ value }) => defines(value));
    if (records.length === 0 && problems.length === 0) problems.push({ file: file.path, ...(definition?.placeOf(['kind']) ?? { line: 1, column: 1 }), code: 'no-facts', message: definition === undefined ? 'the manifest runs no inference engine; give the manifests of the workloads that do' : 'the manifest defines a kind of resource and runs none; give the resources of that kind', level: 'warning' });
    return importResult(file, 'kubernetes', records, problems);
  },
};

/** Manifests that cannot be read are taken as well, so that their problem is told and nothing is dropped in silence. */
function concernsModels(file: SourceFile): boolean {
  const { documents, problems } = readYaml(file.path, file.bytes);
  if (problems.length > 0) return true;
  return documents.some(({ value }) => {
    if (membersOf(value)['kind'] === 'CustomResourceDefinition') return /^(serving\.kserve\.io|inference\.networking|production-stack\.vllm\.ai)/.test(String(membersOf(membersOf(value)['spec'])['group']));
    if (defines(value) || runsChart(value)) return true;
    return resourceWorkloads(value).some(({ containers }) => containers.some((container) => engineOf(container) !== undefined || outsideProviders(container).length > 0));
  });
}

/** Definitions of resources, and runtimes that services of KServe may use: by themselves they run nothing. */
const defines = (value: unknown): boolean => /^(CustomResourceDefinition|(Cluster)?ServingRuntime)$/.test(String(membersOf(value)['kind']));

/** A chart that Flux or Argo CD installs, whose values speak of an inference engine. */
function runsChart(value: unknown): boolean {
  const { kind, spec } = membersOf(value);
  return (kind === 'HelmRelease' || kind === 'HelmChart' || kind === 'Application' || kind === 'ApplicationSet') && engineWords.test(JSON.stringify(spec) ?? '');
}

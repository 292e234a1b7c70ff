import { type Problem } from '../../core/inventory/problem.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { readJson } from '../read-json.js';
import { spdxGraph } from './spdx-graph.js';
import { spdxRecords } from './spdx-records.js';

/** Reads SPDX 3.0 documents in JSON-LD: AI packages with licences, data sets, weights by digest, and what they were made from. */
export const spdxImporter: Importer = {
  id: 'spdx-3',
  title: 'SPDX 3 AI and Dataset',
  recognises: (file) => /\.(json|jsonld)$/i.test(file.path) && /"@context"\s*:\s*\[?\s*"https:\/\/spdx\.(org\/rdf|github\.io\/spdx-spec)\/v?3\./.test(headOf(file, 65_536)),
  import: (file, { subject }) => {
    const { document, problems: found } = readJson(file.path, file.bytes);
    if (document === undefined) return importResult(file, 'spdx-3', [], found);
    const list = membersOf(document.value)['@graph'];
    const single = membersOf(document.value)['type'] !== undefined;
    if (!Array.isArray(list) && !single) return importResult(file, 'spdx-3', [], [{ file: file.path, ...document.placeOf(['@graph']), code: 'missing-key', message: "'@graph' is missing or no list; write the elements of the document in it" }]);
    const graph = spdxGraph(Array.isArray(list) ? itemsOf(list) : [document.value], Array.isArray(list) ? ['@graph'] : undefined);
    const problems: Problem[] = graph.duplicates.slice(0, 20).map(({ id, at }) => ({ file: file.path, ...document.placeOf(at), code: 'duplicate-id', message: `the element '${id.slice(0, 120)}' stands twice, and the first counts; give this one another spdxId`, level: 'warning' }));
    const version = graph.elements.find(({ value }) => value['type'] === 'CreationInfo')?.value['specVersion'];
    if (typeof version !== 'string' || !/^3\.\d+/.test(version)) problems.push({ file: file.path, ...document.placeOf(['@graph']), code: 'missing-key', message: "no CreationInfo names a 'specVersion' of SPDX 3; write 3.0.1" });
    if (problems.some(({ level }) => level === undefined)) return importResult(file, 'spdx-3', [], problems);
    const records = spdxRecords(document, graph, subject);
    const datasets = graph.elements.filter(({ value }) => value['type'] === 'dataset_DatasetPackage').length;
    if (records.length === 0) problems.push({ file: file.path, line: 1, column: 1, code: 'no-facts', message: `the document describes no AI package (${datasets} data sets), so it adds nothing to the inventory; give the document of the model that was made from them`, level: 'warning' });
    return importResult(file, 'spdx-3', records, problems);
  },
};

import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { type Problem } from '../../core/inventory/problem.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { readYaml } from '../read-yaml.js';
import { datasetRecords } from './dataset-records.js';
import { recordBuilder } from '../record-builder.js';
import { recordIdOf } from '../record-id-of.js';
import { shortText } from '../short-text.js';
import { systemRecords } from './system-records.js';

const sections = ['dataset', 'system', 'organization', 'policy', 'data_category', 'data_use', 'data_subject', 'data_qualifier'] as const;

/** Reads fideslang manifests: privacy declarations of systems as data flows, the data categories of data sets, the organisation. */
export const fideslangImporter: Importer = {
  id: 'fideslang',
  title: 'fideslang manifest',
  recognises: (file) => {
    if (!/\.(ya?ml|json)$/i.test(file.path)) return false;
    const head = headOf(file, 1_048_576);
    return /^["']?(dataset|system|organization|policy|data_category|data_use|data_subject|data_qualifier)["']?\s*:/m.test(head) && /\bfides_key["']?\s*:/.test(head);
  },
  import: (file) => {
    const { documents, problems: found } = readYaml(file.path, file.bytes);
    const problems: Problem[] = [...found];
    const records: InventoryRecord[] = [];
    for (const document of documents) {
      const value = membersOf(document.value);
      for (const section of sections) {
        if (value[section] === undefined || value[section] === null) continue;
        if (!Array.isArray(value[section])) problems.push({ file: file.path, ...document.placeOf([section]), code: 'wrong-type', message: `'${section}' is not a list; begin each entry with a dash` });
        itemsOf(value[section]).slice(0, 10_000).forEach((entry, index) => {
          const at = [section, index];
          const key = shortText(membersOf(entry)['fides_key']);
          if (key === undefined) {
            problems.push({ file: file.path, ...document.placeOf(at), code: 'missing-key', message: `the entry of '${section}' has no 'fides_key'; write one` });
            return;
          }
          if (section === 'system') records.push(...systemRecords(file.path, document, membersOf(entry), at, key, value['dataset'], problems));
          else if (section === 'dataset') records.push(...datasetRecords(document, membersOf(entry), at, key));
          else if (section === 'organization') records.push(recordBuilder(document, 'organisation', recordIdOf(key) ?? 'organisation', at).state('/name', shortText(membersOf(entry)['name']), [...at, 'name']).build());
        });
      }
    }
    if (records.length === 0 && problems.length === 0) problems.push({ file: file.path, line: 1, column: 1, code: 'no-facts', message: 'the manifest declares taxonomies or policies and no system or data set, so no data flow follows from it; give the manifests of the systems', level: 'warning' });
    return importResult(file, 'fideslang', records, problems);
  },
};

import { type Problem } from '../../core/inventory/problem.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { readJson } from '../read-json.js';
import { schemaProblems } from '../schema-problems.js';
import { bomFlaws } from './bom-flaws.js';
import { bomRecords } from './bom-records.js';
import { bomSchema } from './bom-schema.js';
import { recordedInventory } from './recorded-inventory.js';

/** Reads CycloneDX documents in JSON. A document that breaks the specification states nothing: each breach is a problem at its line. */
export const cyclonedxImporter: Importer = {
  id: 'cyclonedx',
  title: 'CycloneDX ML-BOM',
  recognises: (file) => {
    if (!/\.json$/i.test(file.path)) return false;
    const head = headOf(file, 65_536);
    return /"bomFormat"\s*:/.test(head) || /"\$schema"\s*:\s*"https?:\/\/cyclonedx\.org\/schema\/bom-/.test(head);
  },
  import: (file, { subject }) => {
    const { document, problems } = readJson(file.path, file.bytes);
    if (document === undefined) return importResult(file, 'cyclonedx', [], problems);
    const checked = bomSchema.safeParse(document.value);
    if (!checked.success) return importResult(file, 'cyclonedx', [], schemaProblems(file.path, document, [], bomSchema, checked.error).slice(0, 20));
    const flaws = bomFlaws(file.path, document, checked.data.specVersion);
    if (flaws.length > 0) return importResult(file, 'cyclonedx', [], flaws);
    const recorded = recordedInventory(file.path, document, checked.data);
    const foreign = importResult(file, 'cyclonedx', bomRecords(document, checked.data, subject), recorded.problems, checked.data.metadata?.timestamp);
    const records = [...foreign.fragment.records, ...recorded.records];
    const count = checked.data.components?.length ?? 0;
    const remarks: Problem[] = [];
    if (records.length === 0) remarks.push({ file: file.path, ...document.placeOf(['components']), code: 'no-facts', message: `the document names no model and no service (${count} other components), so it adds nothing to the inventory; give the BOM of the model`, level: 'warning' });
    if (subject !== undefined && recorded.records.length > 0) remarks.push({ file: file.path, ...document.placeOf(['metadata']), code: 'names-itself', message: `the document is a whole inventory with ids of its own, so nothing of it is said of '${subject}'; scan it beside the manifest`, level: 'warning' });
    return { fragment: { ...foreign.fragment, records }, problems: [...foreign.problems, ...remarks] };
  },
};

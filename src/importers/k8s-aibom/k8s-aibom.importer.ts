import { type InventoryRecord } from '../../core/inventory/inventory-fragment.js';
import { headOf } from '../head-of.js';
import { importResult } from '../import-result.js';
import { type Importer } from '../importer.js';
import { itemsOf } from '../items-of.js';
import { membersOf } from '../members-of.js';
import { namedModel } from '../named-model.js';
import { readJson } from '../read-json.js';
import { recordBuilder } from '../record-builder.js';
import { shortText } from '../short-text.js';

/** Reads what a scraper of k8s-aibom saw of one workload, before it is made a BOM. It names no workload, so engine and image count only where a manifest says whose they are. */
export const k8sAibomImporter: Importer = {
  id: 'k8s-aibom',
  title: 'k8s-aibom scrape',
  recognises: (file) => /\.json$/i.test(file.path) && /"scraperName"\s*:/.test(headOf(file, 65_536)) && /"components"\s*:/.test(headOf(file, 65_536)),
  import: (file, { subject }) => {
    const { document, problems } = readJson(file.path, file.bytes);
    if (document === undefined) return importResult(file, 'k8s-aibom', [], problems);
    const records: InventoryRecord[] = [];
    const deployment = subject === undefined ? undefined : recordBuilder(document, 'deployment', subject, []);
    itemsOf(membersOf(document.value)['components']).slice(0, 10_000).forEach((value, index) => {
      const component = membersOf(value);
      const at = ['components', index];
      const confidence = component['confidence'] === 'declared' ? 'declared' : 'inferred';
      const name = shortText(component['name'], 300);
      const model = component['type'] === 'machine-learning-model' && name !== undefined ? namedModel(name) : undefined;
      if (model !== undefined) {
        records.push(recordBuilder(document, 'model', model.id, at, confidence).state('/source/hub', model.hub, at, 'inferred', 'form of the name').state('/source/repository', model.repository, at, confidence).build());
        deployment?.state('/model', model.id, at, confidence);
      }
      const sha256 = shortText(membersOf(component['hashes'])['sha256']);
      if (component['type'] === 'container') deployment?.state('/engine/image', shortText(membersOf(component['properties'])['image.reference'], 500), at, confidence).state('/engine/imageDigest', sha256 === undefined ? undefined : `sha256:${sha256}`.slice(0, 100), at, confidence);
      if (component['type'] === 'application') deployment?.state('/engine/id', shortText(membersOf(component['properties'])['runtime.name'], 60), at, confidence).state('/engine/version', shortText(component['version'], 60), at, confidence);
    });
    if (deployment?.hasFacts() === true) records.push(deployment.build());
    return importResult(file, 'k8s-aibom', records, records.length > 0 ? [] : [{ file: file.path, line: 1, column: 1, code: 'no-facts', message: 'the scrape saw no model; give the scrape of a workload that serves one', level: 'warning' }]);
  },
};

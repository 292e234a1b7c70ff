import { type InventoryEntry } from '../../core/inventory/inventory-entries.js';
import { spdxIdOf } from '../../core/inventory/spdx-id-of.js';
import { type BomComponent } from './bom-component.js';
import { bomRefOf } from './bom-ref-of.js';
import { isWebAddress } from './is-web-address.js';
import { type NativeFields, nativeFields } from './native-fields.js';
import { type DescribeRecord } from './record-properties.js';
import { shownText } from './shown-text.js';

/** A model with its maker, licence, card, the files of its weights and the models it was made from. */
export function modelComponent(entry: InventoryEntry, files: readonly BomComponent[], ancestors: readonly BomComponent[], concluded: boolean, describe: DescribeRecord): BomComponent {
  const fields = nativeFields(entry.record);
  const name = fields.text('/name') ?? shownText(entry.record.id);
  const version = fields.text('/version');
  const purl = fields.text('/purl');
  const developer = fields.text('/developer');
  const country = fields.text('/developerCountry');
  const licenses = licence(fields, concluded);
  const modelCard = card(fields);
  return {
    type: 'machine-learning-model',
    'bom-ref': bomRefOf(entry.key),
    ...(developer === undefined && country === undefined ? {} : { manufacturer: { ...(developer === undefined ? {} : { name: developer }), ...(country === undefined ? {} : { address: { country } }) } }),
    name,
    ...(version === undefined ? {} : { version }),
    ...(licenses === undefined ? {} : { licenses }),
    ...(purl === undefined ? {} : { purl }),
    ...(ancestors.length === 0 ? {} : { pedigree: { ancestors } }),
    ...(files.length === 0 ? {} : { components: files }),
    ...(modelCard === undefined ? {} : { modelCard }),
    properties: describe(entry, fields.taken),
  };
}

/** One id or name with its address, or an expression; CycloneDX has no place for an expression beside a name before version 1.7. */
function licence(fields: NativeFields, concluded: boolean): readonly object[] | undefined {
  const acknowledgement = concluded ? 'concluded' : 'declared';
  const id = fields.text('/licence/expression', (text) => spdxIdOf(text) === text);
  if (id === undefined) {
    const expression = fields.text('/licence/expression');
    if (expression !== undefined) return [{ expression, acknowledgement }];
  }
  const name = id === undefined ? fields.text('/licence/name') : undefined;
  if (id === undefined && name === undefined) return undefined;
  const url = fields.text('/licence/link', isWebAddress);
  return [{ license: { ...(id === undefined ? { name } : { id }), acknowledgement, ...(url === undefined ? {} : { url }) } }];
}

function card(fields: NativeFields): object | undefined {
  const tasks = fields.texts('/tasks', 1);
  const architectureFamily = fields.text('/family');
  const modelArchitecture = fields.text('/architecture/type');
  const datasets = fields.texts('/datasets');
  if (tasks === undefined && architectureFamily === undefined && modelArchitecture === undefined && datasets === undefined) return undefined;
  return {
    modelParameters: {
      ...(tasks === undefined ? {} : { task: tasks[0] }),
      ...(architectureFamily === undefined ? {} : { architectureFamily }),
      ...(modelArchitecture === undefined ? {} : { modelArchitecture }),
      ...(datasets === undefined ? {} : { datasets: datasets.map((name) => ({ type: 'dataset', name })) }),
    },
  };
}

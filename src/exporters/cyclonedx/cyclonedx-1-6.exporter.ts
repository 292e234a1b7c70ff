import { type InventoryExporter } from '../inventory-exporter.js';
import { toCyclonedx } from './to-cyclonedx.js';

export const cyclonedx16Exporter: InventoryExporter = {
  id: 'cyclonedx',
  mediaType: 'application/vnd.cyclonedx+json; version=1.6',
  extension: 'cdx.json',
  export: (inventory) => `${JSON.stringify(toCyclonedx(inventory, '1.6'), null, 1)}\n`,
};

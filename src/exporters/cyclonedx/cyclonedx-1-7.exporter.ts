import { type InventoryExporter } from '../inventory-exporter.js';
import { toCyclonedx } from './to-cyclonedx.js';

export const cyclonedx17Exporter: InventoryExporter = {
  id: 'cyclonedx-1.7',
  mediaType: 'application/vnd.cyclonedx+json; version=1.7',
  extension: 'cdx.json',
  export: (inventory) => `${JSON.stringify(toCyclonedx(inventory, '1.7'), null, 1)}\n`,
};

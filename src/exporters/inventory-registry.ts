import { cyclonedx16Exporter } from './cyclonedx/cyclonedx-1-6.exporter.js';
import { cyclonedx17Exporter } from './cyclonedx/cyclonedx-1-7.exporter.js';
import { doraCsvExporter } from './tables/dora-csv.exporter.js';
import { type InventoryExporter } from './inventory-exporter.js';
import { inventoryJsonExporter } from './inventory-json/inventory-json.exporter.js';
import { inventoryTextExporter } from './inventory-text/inventory-text.exporter.js';

/** Every format an inventory can be written in. */
export const inventoryExporters: readonly InventoryExporter[] = [inventoryTextExporter, inventoryJsonExporter, cyclonedx16Exporter, cyclonedx17Exporter, doraCsvExporter];

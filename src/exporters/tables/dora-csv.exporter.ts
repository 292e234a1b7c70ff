import { type InventoryExporter } from '../inventory-exporter.js';
import { doraTable } from './dora-table.js';
import { toCsv } from './to-csv.js';

/** The keys of the register of information as CSV. */
export const doraCsvExporter: InventoryExporter = { id: 'dora-csv', mediaType: 'text/csv; charset=utf-8', extension: 'csv', export: ({ snapshot }) => toCsv(doraTable(snapshot)) };

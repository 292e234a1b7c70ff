import { type AuditResult } from '../core/audit/audit-result.js';
import { type InventorySnapshot } from '../core/inventory/inventory-snapshot.js';

/** An exporter that may look at the inventory beside the result of its audit. Pure: the same two give the same text. */
export interface AuditedExporter {
  readonly id: string;
  readonly mediaType: string;
  readonly extension: string;
  export(result: AuditResult, snapshot: InventorySnapshot): string;
}

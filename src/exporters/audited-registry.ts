import { type AuditedExporter } from './audited-exporter.js';
import { inTotoExporter } from './in-toto/in-toto.exporter.js';
import { exporters } from './registry.js';

/** Every text a check can be written as: those of the result alone, and those that speak of the audited inventory as well. */
export const auditedExporters: readonly AuditedExporter[] = [...exporters, inTotoExporter];

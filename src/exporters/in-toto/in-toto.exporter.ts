import { type AuditedExporter } from '../audited-exporter.js';
import { toStatement } from './to-statement.js';

export const inTotoExporter: AuditedExporter = {
  id: 'in-toto',
  mediaType: 'application/vnd.in-toto+json',
  extension: 'intoto.json',
  export: (result, snapshot) => `${JSON.stringify(toStatement(result, snapshot), null, 1)}\n`,
};

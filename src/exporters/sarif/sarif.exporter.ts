import { type Exporter } from '../exporter.js';
import { toSarif } from './to-sarif.js';

export const sarifExporter: Exporter = {
  id: 'sarif',
  mediaType: 'application/sarif+json',
  extension: 'sarif',
  export: (result) => `${JSON.stringify(toSarif(result), null, 2)}\n`,
};

import { type Exporter } from '../exporter.js';
import { toOscal } from './to-oscal.js';

export const oscalExporter: Exporter = {
  id: 'oscal',
  mediaType: 'application/oscal+json',
  extension: 'oscal.json',
  export: (result) => `${JSON.stringify(toOscal(result), null, 1)}\n`,
};

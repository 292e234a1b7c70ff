import { type Exporter } from '../exporter.js';

/** The result itself, two spaces deep, with a final newline; every door prints these bytes. */
export const jsonExporter: Exporter = {
  id: 'json',
  mediaType: 'application/json',
  extension: 'json',
  export: (result) => `${JSON.stringify(result, null, 2)}\n`,
};

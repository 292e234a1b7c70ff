import { type Exporter } from '../exporter.js';
import { resultJson } from '../result-json.js';

/** The result itself; every door prints these bytes. */
export const jsonExporter: Exporter = { id: 'json', mediaType: 'application/json', extension: 'json', export: resultJson };

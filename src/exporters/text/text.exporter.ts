import { type Exporter } from '../exporter.js';
import { toText } from './to-text.js';

export const textExporter: Exporter = { id: 'text', mediaType: 'text/plain', extension: 'txt', export: (result) => toText(result) };

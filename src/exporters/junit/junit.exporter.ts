import { type Exporter } from '../exporter.js';
import { toJunit } from './to-junit.js';

export const junitExporter: Exporter = { id: 'junit', mediaType: 'application/xml', extension: 'xml', export: toJunit };

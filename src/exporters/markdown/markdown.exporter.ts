import { type Exporter } from '../exporter.js';
import { toMarkdown } from './to-markdown.js';

export const markdownExporter: Exporter = { id: 'markdown', mediaType: 'text/markdown', extension: 'md', export: (result) => toMarkdown(result) };

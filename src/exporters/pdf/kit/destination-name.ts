import { sha256Of } from '../../../core/inventory/sha256-of.js';

/** Name of a place in the file. pdfkit sorts names by locale; hexadecimal digits have the same order in every one. */
export function destinationName(id: string): string {
  return `d${sha256Of(id).slice(0, 20)}`;
}

import { PDFDocument } from '@cantoo/pdf-lib';
import { checkDocument } from './check-document.js';
import { checkObjects } from './check-objects.js';
import { checkPages } from './check-pages.js';
import { checkStructure } from './check-structure.js';
import { pdfReader } from './pdf-reader.js';

/** Faults of an open file against PDF/A-3a, PDF/UA-1 and the rules of the house; each once. */
export function lintDocument(document: PDFDocument): string[] {
  const reader = pdfReader(document);
  const structure = checkStructure(reader);
  return [...new Set([...checkDocument(reader), ...checkObjects(reader), ...structure.faults, ...checkPages(reader, structure)])];
}

/** As `lintDocument`, from the bytes of a file. */
export async function lintPdf(bytes: Uint8Array): Promise<string[]> {
  return lintDocument(await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true }));
}

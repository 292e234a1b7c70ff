import { type DocumentInternals } from './open-document.js';

/**
 * Ends a document. An element or object that was never ended would keep pdfkit from ever finishing, without an error;
 * since it writes everything at once, whatever still waits afterwards waits for ever, and is an error here.
 */
export function closeDocument(document: PDFKit.PDFDocument): void {
  document.end();
  const waiting = (document as unknown as DocumentInternals)._waiting;
  if (waiting > 0) throw new Error(`The PDF cannot be finished: ${waiting} of its objects were begun and never ended; end every element and reference that was opened.`);
}

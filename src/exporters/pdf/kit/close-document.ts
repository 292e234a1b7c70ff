import { type DocumentInternals } from './open-document.js';

/**
 * Ends a document and gathers its bytes. An element or object that was never ended would keep pdfkit from ever finishing, without an error;
 * since it writes everything at once, whatever still waits afterwards waits for ever, and is an error here.
 */
export async function closeDocument(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  document.end();
  const waiting = (document as unknown as DocumentInternals)._waiting;
  if (waiting > 0) throw new Error(`The PDF cannot be finished: ${waiting} of its objects were begun and never ended; end every element and reference that was opened.`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of document) chunks.push(chunk as Uint8Array);
  return concatenated(chunks);
}

function concatenated(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

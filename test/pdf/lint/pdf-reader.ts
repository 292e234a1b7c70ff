import { decodePDFRawStream, PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFObject, PDFRawStream, PDFRef, PDFString } from '@cantoo/pdf-lib';

/** Reads objects of a PDF without caring where they stand. */
export interface PdfReader {
  readonly document: PDFDocument;
  /** The object a reference leads to; a stream is answered by its dictionary where a key is asked of it. */
  at(object: PDFObject | undefined, ...keys: readonly string[]): PDFObject | undefined;
  list(object: PDFObject | undefined): readonly PDFObject[];
  name(object: PDFObject | undefined): string;
  text(object: PDFObject | undefined): string;
  number(object: PDFObject | undefined): number | undefined;
  bytes(object: PDFObject | undefined): string;
  isDictionary(object: PDFObject | undefined): boolean;
  keyOf(object: PDFObject | undefined): string;
}

export function pdfReader(document: PDFDocument): PdfReader {
  const follow = (object: PDFObject | undefined): PDFObject | undefined => (object instanceof PDFRef ? document.context.lookup(object) : object);
  const dictionary = (object: PDFObject | undefined): PDFDict | undefined => {
    const found = follow(object);
    return found instanceof PDFRawStream ? found.dict : found instanceof PDFDict ? found : undefined;
  };
  const reader: PdfReader = {
    document,
    at: (object, ...keys) => follow(keys.reduce<PDFObject | undefined>((at, key) => dictionary(at)?.get(PDFName.of(key)), object)),
    list(object) {
      const found = follow(object);
      return found instanceof PDFArray ? found.asArray() : found === undefined ? [] : [object as PDFObject];
    },
    name(object) {
      const found = follow(object);
      return found instanceof PDFName ? found.decodeText() : '';
    },
    text(object) {
      const found = follow(object);
      return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : '';
    },
    number(object) {
      const found = follow(object);
      return found instanceof PDFNumber ? found.asNumber() : undefined;
    },
    bytes(object) {
      const found = follow(object);
      return found instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(found).decode()).toString('latin1') : '';
    },
    isDictionary: (object) => dictionary(object) !== undefined,
    keyOf: (object) => (object instanceof PDFRef ? object.toString() : ''),
  };
  return reader;
}

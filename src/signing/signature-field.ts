import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';

export interface SignatureField {
  readonly dictionary: PDFDict;
  readonly reference: PDFObject | undefined;
}

const mostFields = 100;

/** The first signature field of a document. */
export function signatureField(document: PDFDocument): SignatureField | undefined {
  return signatureFields(document)[0];
}

/** The signature fields at the top of the form of a document, as those of a report stand. */
export function signatureFields({ catalog, context }: PDFDocument): readonly SignatureField[] {
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
  const fields = form?.lookupMaybe(PDFName.of('Fields'), PDFArray)?.asArray() ?? [];
  return fields.slice(0, mostFields).flatMap((reference) => {
    const dictionary = reference instanceof PDFRef ? context.lookup(reference) : reference;
    return dictionary instanceof PDFDict && dictionary.get(PDFName.of('FT')) === PDFName.of('Sig') ? [{ dictionary, reference }] : [];
  });
}

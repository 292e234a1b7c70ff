import { releaseElement } from './release-element.js';

/** What pdfkit keeps of a form, beyond what its types name. */
interface FormInternals {
  _acroform: { readonly fonts: object; readonly defaultFont: string };
  readonly _root: { readonly data: Record<string, unknown> };
}

interface FieldOptions extends PDFKit.Mixins.AnnotationOption {
  readonly structParent: PDFKit.PDFStructureElement;
}

const printed = 4;
const locked = 128;
const signaturesExistAndFileIsAppendedTo = 3;

/**
 * An empty signature field without extent on the current page, tagged as PDF/UA-1 wants (ISO 14289-1, 7.18.4) and printed as PDF/A-3 wants (ISO 19005-3, 6.3.2).
 * pdfkit's own forms need a font and let the viewer draw fields anew, which PDF/A forbids; the form is therefore written here.
 */
export function addSignatureField(document: PDFKit.PDFDocument, element: PDFKit.PDFStructureElement, name: string, description: string): void {
  const page = document.page as unknown as { readonly annotations: readonly unknown[]; readonly dictionary: unknown };
  const field = { Subtype: 'Widget', FT: 'Sig', F: printed | locked, T: new String(name), TU: new String(description), P: page.dictionary, color: [0, 0, 0], structParent: element } as unknown as FieldOptions;
  document.annotate(0, 0, 0, 0, field);
  releaseElement(element);
  const internals = document as unknown as FormInternals;
  internals._acroform = { fonts: {}, defaultFont: 'none' };
  internals._root.data['AcroForm'] = document.ref({ SigFlags: signaturesExistAndFileIsAppendedTo, Fields: [page.annotations.at(-1)], DR: { Font: {} } });
}

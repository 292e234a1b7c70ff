/** What pdfkit keeps of a tag beyond what its types name. */
interface WrittenElement {
  readonly _flushed: boolean;
  readonly dictionary: { data: object; buffer: readonly unknown[] };
}

/** All that pdfkit still asks of a tag once it is written: that it had a parent. */
const written = Object.freeze({ P: true });
const nothing: readonly unknown[] = Object.freeze([]);

/**
 * Ends a tag and lets go of its contents. The tree of parents holds every tag to the end of the document;
 * a thousand pages have three hundred thousand of them, and once written only their numbers are needed.
 */
export function releaseElement(element: PDFKit.PDFStructureElement): void {
  element.end();
  const { _flushed: flushed, dictionary } = element as unknown as WrittenElement;
  if (!flushed) return;
  dictionary.data = written;
  dictionary.buffer = nothing;
}

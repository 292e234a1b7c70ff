import { type PDFPage } from '@cantoo/pdf-lib';
import { type PdfReader } from './pdf-reader.js';
import { readContent } from './read-content.js';
import { type StructureReport } from './check-structure.js';

/** The body of a page of the report, in points from its foot. */
const body = { top: 842 - 84, bottom: 66 };

/** Links and other annotations, tags of everything drawn, and the house rule that no page stands nearly empty. */
export function checkPages(reader: PdfReader, structure: StructureReport): string[] {
  const pages = reader.document.getPages();
  return pages.flatMap((page, index) => [...checkAnnotations(reader, structure, page), ...checkContent(reader, structure, pages, index)].map((words) => `${words} (page ${index + 1})`));
}

function checkAnnotations(reader: PdfReader, { owners }: StructureReport, page: PDFPage): string[] {
  const faults: string[] = [];
  if (reader.name(reader.at(page.node, 'Tabs')) !== 'S') faults.push('PDF/UA 7.18.3: the order of tabs does not follow the structure');
  for (const annotation of reader.list(reader.at(page.node, 'Annots'))) {
    const owner = owners.get(reader.keyOf(annotation));
    if (reader.number(reader.at(annotation, 'F')) === undefined) faults.push('PDF/A 6.3.2: an annotation has no flags');
    if (reader.name(reader.at(annotation, 'Subtype')) === 'Link') {
      if (owner?.role !== 'Link') faults.push('PDF/UA 7.18.5: a link is not tagged as one');
      if (reader.text(reader.at(annotation, 'Contents')) === '') faults.push('PDF/UA 7.18.5: a link does not say where it leads');
    }
    if (reader.name(reader.at(annotation, 'Subtype')) === 'Widget') {
      if (owner?.role !== 'Form') faults.push('PDF/UA 7.18.4: a field is not tagged as one');
      if (reader.text(reader.at(annotation, 'TU')) === '') faults.push('PDF/UA 7.18.4: a field does not say what it is for');
    }
    if (owner !== undefined && owner.page !== page.ref.toString()) faults.push('PDF/UA 7.18: the tag of an annotation names another page');
  }
  return faults;
}

function checkContent(reader: PdfReader, { sectionPages }: StructureReport, pages: readonly PDFPage[], index: number): string[] {
  const page = pages[index];
  const content = readContent(reader.list(reader.at(page?.node, 'Contents')).map((stream) => reader.bytes(stream)).join('\n'));
  const next = pages[index + 1];
  const atSectionEnd = next === undefined || sectionPages.has(next.ref.toString());
  const filled = content.textHeights.length === 0 ? 0 : (body.top - Math.min(...content.textHeights)) / (body.top - body.bottom);
  return [
    ...(content.untaggedTexts > 0 ? [`PDF/UA 7.1: ${content.untaggedTexts} texts are neither tagged nor artifacts`] : []),
    ...(content.untaggedDrawings > 0 ? [`PDF/UA 7.1: ${content.untaggedDrawings} drawings are neither tagged nor artifacts`] : []),
    ...(content.missingGlyphs > 0 ? [`PDF/A 6.2.11.8: ${content.missingGlyphs} characters have no glyph`] : []),
    ...(content.unbalanced ? ['PDF/A 6.2.2: marked content is not balanced'] : []),
    ...(filled < 0.25 && !atSectionEnd ? ['house: less than a quarter of the page is filled, and no section ends on it'] : []),
  ];
}

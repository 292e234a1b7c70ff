import { type PdfReader } from './pdf-reader.js';

/** What the file as a whole must say: PDF/A-3 (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). */
export function checkDocument(reader: PdfReader): string[] {
  const { context, catalog } = reader.document;
  const faults: string[] = [];
  const fault = (condition: boolean, words: string): void => {
    if (condition) faults.push(words);
  };
  fault(context.trailerInfo.Encrypt !== undefined, 'PDF/A 6.1.3: the file is encrypted');
  fault(context.trailerInfo.ID === undefined, 'PDF/A 6.1.3: the file has no ID');
  fault(String(reader.at(catalog, 'MarkInfo', 'Marked')) !== 'true', 'PDF/UA 6.2: the file is not marked as tagged');
  fault(reader.text(reader.at(catalog, 'Lang')) === '', 'PDF/UA 7.2: the file names no language');
  fault(String(reader.at(catalog, 'ViewerPreferences', 'DisplayDocTitle')) !== 'true', 'PDF/UA 7.1: the title is not displayed');
  fault(reader.list(reader.at(catalog, 'OutputIntents')).length === 0, 'PDF/A 6.2.3: there is no output intent');
  for (const intent of reader.list(reader.at(catalog, 'OutputIntents'))) fault(reader.bytes(reader.at(intent, 'DestOutputProfile')).slice(36, 40) !== 'acsp', 'PDF/A 6.2.3: the output intent holds no ICC profile');
  fault(String(reader.at(catalog, 'AcroForm', 'NeedAppearances')) === 'true', 'PDF/A 6.4.1: fields are drawn anew by the viewer');
  fault(reader.at(catalog, 'Outlines') === undefined, 'house: there are no bookmarks');
  return [...faults, ...checkMetadata(reader)];
}

function checkMetadata(reader: PdfReader): string[] {
  const metadata = reader.at(reader.document.catalog, 'Metadata');
  if (metadata === undefined) return ['PDF/A 6.6.2: there is no XMP metadata'];
  const xmp = reader.bytes(metadata);
  const faults: string[] = [];
  if (!isWellFormed(xmp)) faults.push('PDF/A 6.6.2.1: the XMP metadata is not well-formed');
  if (!/<pdfaid:part>3<\/pdfaid:part>/.test(xmp) || !/<pdfaid:conformance>A<\/pdfaid:conformance>/.test(xmp)) faults.push('PDF/A 6.6.4: the XMP metadata does not name PDF/A-3a');
  if (!/<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp)) faults.push('PDF/UA 5: the XMP metadata does not name PDF/UA-1');
  if (!/<pdfaSchema:prefix>pdfuaid<\/pdfaSchema:prefix>/.test(xmp)) faults.push('PDF/A 6.6.2.3: no extension schema describes pdfuaid');
  if (!/<dc:title>/.test(xmp)) faults.push('PDF/UA 7.1: the XMP metadata has no title');
  return faults;
}

function isWellFormed(xml: string): boolean {
  if (/&(?!amp;|lt;|gt;|quot;|apos;|#)/.test(xml)) return false;
  const open: string[] = [];
  for (const [, closing, name, , empty] of xml.replace(/<\?[\s\S]*?\?>/g, '').matchAll(/<(\/?)([\w:.-]+)([^<>]*?)(\/?)>/g)) {
    if (empty !== '') continue;
    if (closing === '') open.push(name ?? '');
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

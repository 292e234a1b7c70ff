import { PDFDict, PDFRawStream } from '@cantoo/pdf-lib';
import { type PdfReader } from './pdf-reader.js';

/** Fonts, attachments and actions, wherever they stand in the file. */
export function checkObjects(reader: PdfReader): string[] {
  const faults: string[] = [];
  for (const [, object] of reader.document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) && !(object instanceof PDFRawStream)) continue;
    const type = reader.name(reader.at(object, 'Type'));
    if (type === 'Font') faults.push(...checkFont(reader, object));
    if (type === 'FontDescriptor' && reader.at(object, 'CIDSet') !== undefined) faults.push('PDF/UA 7.21.4.2: a font has a CIDSet, which would have to list every glyph');
    if (type === 'Filespec' && reader.name(reader.at(object, 'AFRelationship')) === '') faults.push('PDF/A 6.8: an attachment does not say how it relates to the document');
    if (type === 'EmbeddedFile' && reader.name(reader.at(object, 'Subtype')) === '') faults.push('PDF/A 6.8: an attachment has no media type');
    if (reader.name(reader.at(object, 'S')) === 'JavaScript') faults.push('PDF/A 6.6.1: there is JavaScript');
  }
  return faults;
}

function checkFont(reader: PdfReader, font: PDFDict | PDFRawStream): string[] {
  const subtype = reader.name(reader.at(font, 'Subtype'));
  const name = reader.name(reader.at(font, 'BaseFont'));
  if (subtype === 'Type0') return reader.at(font, 'ToUnicode') === undefined ? [`PDF/A 6.2.11.7: ${name} does not say which characters its glyphs are`] : [];
  const descriptor = reader.at(font, 'FontDescriptor');
  const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => reader.at(descriptor, key) !== undefined);
  return embedded ? [] : [`PDF/A 6.2.11.4: the font ${name} is not embedded`];
}

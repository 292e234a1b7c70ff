import { PDFDocument, type PDFObject, PDFDict } from '@cantoo/pdf-lib';
import { pdfReader, type PdfReader } from './lint/pdf-reader.js';

/** The characters drawn on each page, line by line in the order of drawing, through the fonts' own maps to Unicode. */
export async function pageTexts(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const reader = pdfReader(document);
  const maps = new Map<PDFObject | undefined, readonly string[]>();
  return document.getPages().map((page) => {
    const fonts = reader.at(page.node, 'Resources', 'Font');
    const mapOf = (id: string): readonly string[] => {
      const font = fonts instanceof PDFDict ? reader.at(fonts, id) : undefined;
      const known = maps.get(font);
      if (known !== undefined) return known;
      const map = charactersOf(reader.bytes(reader.at(font, 'ToUnicode')));
      maps.set(font, map);
      return map;
    };
    return textOf(contentOf(reader, page.node), mapOf);
  });
}

function contentOf(reader: PdfReader, page: PDFObject): string {
  return reader.list(reader.at(page, 'Contents')).map((stream) => reader.bytes(stream)).join('\n');
}

function textOf(content: string, mapOf: (font: string) => readonly string[]): string {
  let map: readonly string[] = [];
  let text = '';
  for (const [, font, moved, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|(1 0 0 1 [-\d.]+ [-\d.]+ Tm)|\[(.*?)\] TJ/g)) {
    if (font !== undefined) map = mapOf(font);
    else if (moved !== undefined) text += '\n';
    else for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]*)>/g)) text += (hex.match(/.{4}/g) ?? []).map((glyph) => map[Number.parseInt(glyph, 16)] ?? '\uFFFD').join('');
  }
  return text;
}

function charactersOf(cmap: string): readonly string[] {
  return [...cmap.matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[(.*?)\]/g)].flatMap(([, list = '']) => [...list.matchAll(/<([0-9a-f ]*)>/g)].map(([, units = '']) => String.fromCharCode(...units.split(' ').filter((unit) => unit !== '').map((unit) => Number.parseInt(unit, 16)))));
}

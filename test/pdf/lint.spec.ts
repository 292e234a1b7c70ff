import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRawStream, PDFRef, PDFString } from '@cantoo/pdf-lib';
import { lintDocument } from './lint/lint-pdf.js';
import { sampleReport } from './sample-report.js';

jest.setTimeout(120_000);

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = (await sampleReport()).pdf;
});

const open = (): Promise<PDFDocument> => PDFDocument.load(bytes, { updateMetadata: false });
const name = (text: string): PDFName => PDFName.of(text);

function dictionaries(document: PDFDocument, wanted: (dictionary: PDFDict) => boolean): PDFDict[] {
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const dictionary = object instanceof PDFRawStream ? object.dict : object;
    return dictionary instanceof PDFDict && wanted(dictionary) ? [dictionary] : [];
  });
}

function first(document: PDFDocument, key: string, value: string): PDFDict {
  const [found] = dictionaries(document, (dictionary) => String(dictionary.get(name(key))) === `/${value}`);
  if (found === undefined) throw new Error(`the sample has no /${key} /${value}`);
  return found;
}

function child(document: PDFDocument, ...keys: string[]): PDFDict {
  return keys.reduce<PDFDict>((at, key) => at.lookup(name(key), PDFDict), document.catalog);
}

/** Rewrites the drawing of a page. */
function redraw(document: PDFDocument, page: number, change: (content: string) => string): void {
  const { node } = document.getPage(page);
  const reference = node.get(name('Contents'));
  const stream = document.context.lookup(reference);
  if (!(stream instanceof PDFRawStream) || !(reference instanceof PDFRef)) throw new Error('the page has no content stream');
  const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  const changed = change(content);
  expect(changed).not.toBe(content);
  document.context.assign(reference, document.context.stream(Buffer.from(changed, 'latin1')));
}

function metadata(document: PDFDocument, change: (xmp: string) => string): void {
  const reference = document.catalog.get(name('Metadata')) as PDFRef;
  const stream = document.context.lookup(reference) as PDFRawStream;
  const xmp = Buffer.from(stream.contents).toString('utf8');
  const changed = change(xmp);
  expect(changed).not.toBe(xmp);
  document.context.assign(reference, PDFRawStream.of(stream.dict, Buffer.from(changed, 'utf8')));
}

const fieldOf = (document: PDFDocument): PDFDict => first(document, 'Subtype', 'Widget');
const linkOf = (document: PDFDocument): PDFDict => first(document, 'Subtype', 'Link');
const elements = (document: PDFDocument, role: string): PDFDict[] => dictionaries(document, (dictionary) => String(dictionary.get(name('S'))) === `/${role}` && dictionary.has(name('P')));
const objectReference = (document: PDFDocument): PDFDict => {
  for (const link of elements(document, 'Link')) for (const kid of link.lookup(name('K'), PDFArray).asArray()) if (kid instanceof PDFDict && String(kid.get(name('Type'))) === '/OBJR') return kid;
  throw new Error('the sample has no tagged link');
};

const plants: readonly (readonly [defect: string, plant: (document: PDFDocument) => void, finds: RegExp])[] = [
  ['no file ID', (d) => void (d.context.trailerInfo.ID = undefined as unknown as PDFObject), /no ID/],
  ['encryption', (d) => void (d.context.trailerInfo.Encrypt = d.context.obj({})), /encrypted/],
  ['no mark of tags', (d) => child(d, 'MarkInfo').set(name('Marked'), d.context.obj(false)), /not marked/],
  ['no language', (d) => d.catalog.delete(name('Lang')), /no language/],
  ['title not displayed', (d) => child(d, 'ViewerPreferences').delete(name('DisplayDocTitle')), /title is not displayed/],
  ['no output intent', (d) => d.catalog.delete(name('OutputIntents')), /no output intent/],
  ['no bookmarks', (d) => d.catalog.delete(name('Outlines')), /no bookmarks/],
  ['no metadata', (d) => d.catalog.delete(name('Metadata')), /no XMP/],
  ['raw ampersand in metadata', (d) => metadata(d, (xmp) => xmp.replace('Nordlicht', 'R&D Nordlicht')), /not well-formed/],
  ['unclosed element in metadata', (d) => metadata(d, (xmp) => xmp.replace('</dc:title>', '')), /not well-formed/],
  ['another part of PDF/A', (d) => metadata(d, (xmp) => xmp.replace('<pdfaid:part>3', '<pdfaid:part>2')), /PDF\/A-3a/],
  ['no PDF/UA', (d) => metadata(d, (xmp) => xmp.replace('<pdfuaid:part>1</pdfuaid:part>', '')), /PDF\/UA-1/],
  ['no extension schema', (d) => metadata(d, (xmp) => xmp.replace('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>', '')), /extension schema/],
  ['no title in metadata', (d) => metadata(d, (xmp) => xmp.replaceAll('dc:title', 'dc:rights')), /no title/],
  ['font not embedded', (d) => first(d, 'Type', 'FontDescriptor').delete(name('FontFile2')), /not embedded/],
  ['font without characters', (d) => first(d, 'Subtype', 'Type0').delete(name('ToUnicode')), /which characters/],
  ['CIDSet', (d) => first(d, 'Type', 'FontDescriptor').set(name('CIDSet'), d.context.obj({})), /CIDSet/],
  ['attachment without relationship', (d) => first(d, 'Type', 'Filespec').delete(name('AFRelationship')), /relates/],
  ['attachment without media type', (d) => first(d, 'Type', 'EmbeddedFile').delete(name('Subtype')), /media type/],
  ['JavaScript', (d) => void d.context.register(d.context.obj({ S: name('JavaScript') })), /JavaScript/],
  ['no structure tree', (d) => d.catalog.delete(name('StructTreeRoot')), /no structure tree/],
  ['unknown role', (d) => elements(d, 'P')[0]?.set(name('S'), name('Paragraf')), /no standard structure type/],
  ['first heading not of level one', (d) => elements(d, 'H1').forEach((heading) => heading.set(name('S'), name('H2'))), /first heading/],
  ['leap in headings', (d) => elements(d, 'H2').forEach((heading) => heading.set(name('S'), name('H4'))), /leaps/],
  ['figure without words', (d) => elements(d, 'Figure')[0]?.delete(name('Alt')), /alternative text/],
  ['header cell without scope', (d) => elements(d, 'TH')[0]?.delete(name('A')), /no scope/],
  ['row outside of a table', (d) => elements(d, 'TBody')[0]?.set(name('S'), name('Div')), /TR stands in Div/],
  ['item outside of a list', (d) => elements(d, 'L')[0]?.set(name('S'), name('Div')), /LI stands in Div/],
  ['annotation without flags', (d) => linkOf(d).delete(name('F')), /no flags/],
  ['link without words', (d) => linkOf(d).set(name('Contents'), PDFString.of('')), /where it leads/],
  ['link tagged as text', (d) => elements(d, 'Link')[0]?.set(name('S'), name('Span')), /not tagged as one/],
  ['tag of a link on another page', (d) => objectReference(d).set(name('Pg'), d.getPage(0).ref), /names another page/],
  ['field without words', (d) => fieldOf(d).delete(name('TU')), /what it is for/],
  ['field tagged as text', (d) => elements(d, 'Form')[0]?.set(name('S'), name('Span')), /field is not tagged as one/],
  ['field drawn anew by the viewer', (d) => child(d, 'AcroForm').set(name('NeedAppearances'), d.context.obj(true)), /drawn anew/],
  ['tabs out of order', (d) => d.getPage(1).node.delete(name('Tabs')), /order of tabs/],
  ['untagged text', (d) => redraw(d, 2, (content) => `${content}\nBT [<0001>] TJ ET`), /texts are neither/],
  ['untagged drawing', (d) => redraw(d, 2, (content) => `${content}\n0 0 10 10 re f`), /drawings are neither/],
  ['tag never closed', (d) => redraw(d, 2, (content) => `${content}\n/Artifact BMC`), /not balanced/],
  ['tag closed twice', (d) => redraw(d, 2, (content) => `${content}\nEMC`), /not balanced/],
  ['character without glyph', (d) => redraw(d, 2, (content) => content.replace(/\[</, '[<0000')), /no glyph/],
  ['page nearly empty', (d) => redraw(d, 1, (content) => content.replace(/1 0 0 1 ([\d.]+) [\d.]+ Tm/g, '1 0 0 1 $1 740 Tm')), /less than a quarter/],
];

describe('lint of a report', () => {
  it('finds nothing in a report', async () => {
    expect(lintDocument(await open())).toEqual([]);
  });

  it.each(plants)('finds a planted defect: %s', async (_, plant, finds) => {
    const document = await open();
    plant(document);
    expect(lintDocument(document)).toEqual(expect.arrayContaining([expect.stringMatching(finds)]));
  });

  it('knows the number of an annotation flag from its absence', async () => {
    const document = await open();
    expect(linkOf(document).get(name('F'))).toBeInstanceOf(PDFNumber);
  });
});

import PDFDocument from 'pdfkit';
import { closeDocument } from './close-document.js';
import { gatherBytes } from './gather-bytes.js';

const open = (): PDFKit.PDFDocument => new PDFDocument({ tagged: true, autoFirstPage: true, info: { CreationDate: new Date(0) } });

describe('closeDocument', () => {
  it('ends a document whose bytes can then be had', () => {
    const document = open();
    const bytes = gatherBytes(document);
    closeDocument(document);
    const text = Buffer.from(bytes()).toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
  });

  it('refuses a document with an object that nobody ended, instead of waiting for ever', () => {
    const document = open();
    (document as unknown as { ref(data: object): unknown }).ref({ Type: 'Never' });
    expect(() => closeDocument(document)).toThrow('1 of its objects were begun and never ended');
  });
});

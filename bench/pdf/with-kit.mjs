import { closeDocument } from '../../dist/src/exporters/pdf/kit/close-document.js';
import { gatherBytes } from '../../dist/src/exporters/pdf/kit/gather-bytes.js';
import { grid } from '../../dist/src/exporters/pdf/kit/grid.js';
import { measuringCanvas } from '../../dist/src/exporters/pdf/kit/measuring-canvas.js';
import { openDocument } from '../../dist/src/exporters/pdf/kit/open-document.js';
import { palette } from '../../dist/src/exporters/pdf/kit/palette.js';
import { pdfCanvas } from '../../dist/src/exporters/pdf/kit/pdf-canvas.js';
import { placeWord } from '../../dist/src/exporters/pdf/kit/place-word.js';
import { openSheet } from '../../dist/src/exporters/pdf/kit/sheet.js';
import { openTypeCase } from '../../dist/src/exporters/pdf/kit/type-case.js';
import { typeScale } from '../../dist/src/exporters/pdf/kit/type-scale.js';
import { writeHeading } from '../../dist/src/exporters/pdf/kit/write-heading.js';
import { writeParagraph } from '../../dist/src/exporters/pdf/kit/write-paragraph.js';
import { writeTable } from '../../dist/src/exporters/pdf/kit/write-table.js';
import { columns } from './content.mjs';

/** PDF/A-3a and PDF/UA-1, tagged and bookmarked, in the two passes that a report takes. */
export async function withKit(sections, { fonts, colourProfile }) {
  const typeCase = openTypeCase(fonts);
  const plan = layOut(sections, measuringCanvas, typeCase, { pages: 0, pageOf: new Map() });
  const identity = { title: 'Register', author: 'Domicile', subject: 'Benchmark', creator: 'Domicile', language: 'en', date: new Date(0), documentId: 'urn:uuid:00000000-0000-8000-8000-000000000000', reportId: 'bench', digest: 'sha256:0' };
  const document = openDocument(identity, typeCase, colourProfile);
  const bytes = gatherBytes(document);
  layOut(sections, pdfCanvas(document, typeCase), typeCase, plan);
  closeDocument(document);
  return { pages: plan.pages, pdf: bytes() };
}

function layOut(sections, canvas, typeCase, plan) {
  const sheet = openSheet(canvas, typeCase, plan, (page) => canvas.artifact('Pagination', () => placeWord(page, `${page.page} / ${plan.pages}`, typeScale.captionStrong, palette.ink, grid.right, grid.height - 34, 'end')));
  sheet.beginPage();
  for (const [index, { title, paragraphs, rows }] of sections.entries()) {
    canvas.group('Sect', { title }, () => {
      writeHeading(sheet, { level: 1, id: `s${index}`, text: title });
      for (const text of paragraphs) writeParagraph(sheet, text, { width: grid.body });
      writeTable(sheet, { columns: columns.map(({ title: name, share, mono }) => ({ title: name, share, ...(mono ? { style: typeScale.mono } : {}) })), rows: rows.map((cells) => ({ cells: cells.map((text) => ({ text })) })), goTo: (text) => text });
    });
  }
  return sheet.marks();
}

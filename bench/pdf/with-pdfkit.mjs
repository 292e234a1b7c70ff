import PDFDocument from 'pdfkit';
import { columns } from './content.mjs';

const left = 58;
const bottom = 841.89 - 66;
const body = 595.28 - 2 * left;
const padding = { x: 6, y: 4.5 };

/** Plain pdfkit without tags: the same fonts, sizes, leading and rules, set by `text` and measured by `heightOfString`, as its manual shows. With a type case it shapes words as the kit does, which leaves the cost of layout and tags. */
export async function withPdfkit(sections, { fonts }, typeCase = undefined) {
  const document = new PDFDocument({ size: 'A4', margins: { left, right: left, top: 84, bottom: 0 }, font: null, autoFirstPage: false, fontLayoutCache: typeCase === undefined });
  for (const name of ['sans', 'sansSemiBold', 'serifSemiBold', 'mono']) document.registerFont(name, typeCase?.face(name).font ?? fonts[name]);
  const chunks = [];
  document.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.once('end', resolve));
  let pages = 0;
  document.on('pageAdded', () => (pages += 1));
  const numbered = () => {
    if (pages > 0) document.font('sansSemiBold', 7.4).fillColor('#0F1B2D').text(`${pages}`, left, 841.89 - 42, { width: body, align: 'right', lineBreak: false });
  };
  const beginPage = () => {
    document.addPage();
    numbered();
    document.y = 84;
  };
  beginPage();
  for (const { title, paragraphs, rows } of sections) {
    if (document.y > bottom - 100) beginPage();
    document.outline.addItem(title);
    document.font('serifSemiBold', 23).fillColor('#0F1B2D').text(title, left, document.y, { width: body });
    document.y += 10;
    document.font('sans', 9.25).fillColor('#334155');
    for (const text of paragraphs) {
      set(document, 'sans', 9.25, 13.6);
      if (document.y + document.heightOfString(text, { width: body, lineGap: gapOf(document, 13.6) }) > bottom) beginPage();
      set(document, 'sans', 9.25, 13.6);
      document.fillColor('#334155').text(text, left, document.y, { width: body, lineGap: gapOf(document, 13.6) });
      document.y += 7;
    }
    drawTable(document, rows, beginPage);
  }
  document.end();
  await ended;
  return { pages, pdf: Buffer.concat(chunks) };
}

const set = (document, face, size) => document.font(face, size);
const gapOf = (document, leading) => leading - document.currentLineHeight(true);

function drawTable(document, rows, beginPage) {
  drawHeader(document);
  for (const cells of rows) {
    const heights = cells.map((text, index) => {
      const { mono, width } = columns[index];
      set(document, mono ? 'mono' : 'sans', mono ? 7.2 : 8);
      return document.heightOfString(text, { width: width - 2 * padding.x, lineGap: gapOf(document, mono ? 10.6 : 11) });
    });
    const height = Math.max(...heights) + 2 * padding.y;
    if (document.y + height > bottom) {
      beginPage();
      drawHeader(document);
    }
    const top = document.y;
    let x = left;
    cells.forEach((text, index) => {
      const { mono, width } = columns[index];
      set(document, mono ? 'mono' : 'sans', mono ? 7.2 : 8);
      document.fillColor(index === 0 ? '#0F1B2D' : '#334155').text(text, x + padding.x, top + padding.y, { width: width - 2 * padding.x, lineGap: gapOf(document, mono ? 10.6 : 11) });
      x += width;
    });
    document.y = top + height;
    rule(document, 0.4, '#D5DCE5');
  }
  document.y += 12;
}

function drawHeader(document) {
  const top = document.y;
  let x = left;
  for (const { title, width } of columns) {
    document.font('sansSemiBold', 7).fillColor('#566578').text(title.toUpperCase(), x + padding.x, top + 4, { width: width - 2 * padding.x, characterSpacing: 0.9 });
    x += width;
  }
  document.y = top + 18;
  rule(document, 0.9, '#0F1B2D');
}

function rule(document, width, colour) {
  document.moveTo(left, document.y).lineTo(left + body, document.y).lineWidth(width).stroke(colour);
}

import pdfmake from 'pdfmake';
import { columns } from './content.mjs';

const left = 58;
const file = (name) => `${name}.ttf`;

/** pdfmake without tags: the same fonts, sizes, widths and rules, header rows repeated, rows kept whole. */
export async function withPdfmake(sections, { fonts }) {
  for (const name of ['sans', 'sansSemiBold', 'serifSemiBold', 'mono']) pdfmake.virtualfs.writeFileSync(file(name), Buffer.from(fonts[name]));
  pdfmake.setFonts(Object.fromEntries(['sans', 'sansSemiBold', 'serifSemiBold', 'mono'].map((name) => [name, { normal: file(name) }])));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  let pages = 0;
  const definition = {
    pageSize: 'A4',
    pageMargins: [left, 84, left, 66],
    defaultStyle: { font: 'sans', fontSize: 9.25, color: '#334155' },
    footer: (page, count) => {
      pages = count;
      return { text: `${page} / ${count}`, alignment: 'right', font: 'sansSemiBold', fontSize: 7.4, margin: [left, 24] };
    },
    content: sections.flatMap(({ title, paragraphs, rows }) => [
      { text: title, font: 'serifSemiBold', fontSize: 23, color: '#0F1B2D', margin: [0, 0, 0, 10], outline: true },
      ...paragraphs.map((text) => ({ text, margin: [0, 0, 0, 7], lineHeight: 1.21 })),
      {
        layout: 'rules',
        margin: [0, 0, 0, 12],
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: columns.map(({ width }) => width - 12),
          body: [columns.map(({ title: name }) => ({ text: name.toUpperCase(), font: 'sansSemiBold', fontSize: 7, color: '#566578', characterSpacing: 0.9 })), ...rows.map((cells) => cells.map((text, index) => (columns[index].mono ? { text, font: 'mono', fontSize: 7.2, lineHeight: 1.1 } : { text, fontSize: 8, lineHeight: 1.14 })))],
        },
      },
    ]),
  };
  pdfmake.setTableLayouts({
    rules: { hLineWidth: (row) => (row === 0 ? 0 : row === 1 ? 0.9 : 0.4), vLineWidth: () => 0, hLineColor: (row) => (row === 1 ? '#0F1B2D' : '#D5DCE5'), paddingLeft: () => 6, paddingRight: () => 6, paddingTop: () => 4.5, paddingBottom: () => 4.5 },
  });
  const pdf = await pdfmake.createPdf(definition).getBuffer();
  return { pages, pdf };
}

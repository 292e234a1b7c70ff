import svgpath from 'svgpath';
import { type ReportBrand } from '../../core/report/report-brand.js';
import { palette } from './kit/palette.js';
import { shapePath } from './kit/shape-path.js';
import { type Sheet } from './kit/sheet.js';

const most = { width: 150, height: 24 };
const padding = 7;

/** The logo on a white plate whose upper left corner is given: organisations draw theirs for white paper. */
export function drawLogo(sheet: Sheet, { logo, name }: ReportBrand, left: number, top: number): void {
  if (logo === undefined) return;
  const scale = Math.min(most.width / logo.width, most.height / logo.height);
  const plate = { width: logo.width * scale + 2 * padding, height: logo.height * scale + 2 * padding };
  const figure = sheet.canvas.element('Figure', { alt: name, bbox: [left, top, left + plate.width, top + plate.height] });
  figure.draw(() => {
    sheet.canvas.path(shapePath.rounded(left, top, plate.width, plate.height, 3), { fill: palette.paper });
    for (const { path, fill } of logo.shapes) sheet.canvas.path(svgpath(path).scale(scale).translate(left + padding, top + padding).round(3).toString(), { fill });
  });
  figure.end();
}

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lintPdf } from '../pdf/lint/lint-pdf.js';
import { runDomicile } from '../cli/run-domicile.js';
import { fromContactSheet, toContactSheet } from './contact-sheet.js';
import { differingPart } from './differing-part.js';
import { canDrawPages, drawPages, type PageImage } from './page-image.js';

jest.setTimeout(300_000);

const accepting = process.env['DOMICILE_ACCEPT_GOLDEN'] === '1';
const folder = mkdtempSync(join(tmpdir(), 'domicile-pages-'));
/** Largest part of a page that may differ: what a poppler of another version draws otherwise stays under it, a shifted line does not. */
const allowed = 0.004;
const reports = {
  'full-audit': ['--about', 'examples/nordlicht/report/about.yaml', '--shock', 'adequacy-falls:jurisdiction=US', '--seal'],
  dossier: ['--template', 'dossier', '--deployment', 'claims-assistant', '--decision', 'examples/decisions/open-wins.yaml', '--lang', 'fr'],
  'board-brief': ['--template', 'board-brief', '--lang', 'de'],
} as const;

const withPoppler = canDrawPages() ? it : it.skip;
if (!canDrawPages()) console.warn('Pages of reports are not compared: pdftoppm is missing; install poppler-utils.');

const goldenOf = (name: string): string => join(__dirname, 'nordlicht', `${name}.pages.png`);

function print(name: keyof typeof reports): string {
  const pdf = join(folder, `${name}.pdf`);
  const { code, stderr } = runDomicile(['report', 'examples/nordlicht', '-o', pdf, '--as-of', '2026-11-23', ...reports[name]]);
  if (code !== 0) throw new Error(stderr);
  return pdf;
}

/** Numbers of the pages, from 1, that look otherwise than the golden ones. */
function changedPages(pages: readonly PageImage[], golden: readonly PageImage[]): number[] {
  const [{ width, height } = { width: 0, height: 0 }] = golden;
  const white: PageImage = { width, height, pixels: new Uint8Array(width * height).fill(255) };
  return Array.from({ length: Math.max(pages.length, golden.length) }, (_, page) => page).filter((page) => differingPart(pages[page] ?? white, golden[page] ?? white) > allowed).map((page) => page + 1);
}

describe('pages of the example', () => {
  withPoppler.each(Object.keys(reports) as (keyof typeof reports)[])('keep the standards and look as they were accepted: %s (npm run golden:accept draws them anew)', async (name) => {
    const pdf = print(name);
    expect(await lintPdf(readFileSync(pdf))).toEqual([]);
    const pages = drawPages(pdf);
    const path = goldenOf(name);
    if (accepting) {
      const same = existsSync(path) && changedPages(pages, fromContactSheet(readFileSync(path), pages[0]!)).length === 0;
      if (!same) writeFileSync(path, toContactSheet(pages));
    }
    const changed = changedPages(pages, fromContactSheet(readFileSync(path), pages[0]!));
    if (changed.length > 0) {
      const seen = join(folder, `${name}.pages.png`);
      writeFileSync(seen, toContactSheet(pages));
      throw new Error(`Pages ${changed.join(', ')} of ${name} look otherwise than in ${path}; compare ${seen}, and run npm run golden:accept where that is meant.`);
    }
  });
});

describe('the comparison of pages', () => {
  let golden: readonly PageImage[] = [];
  beforeAll(() => {
    golden = fromContactSheet(readFileSync(goldenOf('board-brief')), { width: 199, height: 281 });
  });
  const changeOf = (page: PageImage, change: (x: number, y: number) => number): PageImage => ({ ...page, pixels: page.pixels.map((_, at) => change(at % page.width, Math.floor(at / page.width))) });
  const greyAt = ({ width, pixels }: PageImage, x: number, y: number): number => pixels[Math.min(pixels.length - 1, y * width + x)] ?? 255;

  it('catches a block that moved by a line', () => {
    const page = golden[1]!;
    const moved = changeOf(page, (x, y) => greyAt(page, x, y > 120 && y < 200 ? y - 4 : y));
    expect(changedPages([golden[0]!, moved], golden)).toEqual([2]);
  });

  it('catches a figure that is missing', () => {
    const page = golden[0]!;
    const without = changeOf(page, (x, y) => (x > 20 && x < 100 && y > 140 && y < 190 ? 255 : greyAt(page, x, y)));
    expect(changedPages([without, ...golden.slice(1)], golden)).toEqual([1]);
  });

  it('catches a page more or less', () => {
    const [first, second] = golden;
    expect(changedPages([first!], golden)).toEqual([2]);
    expect(changedPages([...golden.slice(0, 2), second!], golden)).toEqual([3]);
  });

  it('overlooks edges that are smoothed otherwise', () => {
    const smoothed = golden.map((page) => changeOf(page, (x, y) => Math.round(0.8 * greyAt(page, x, y) + 0.2 * greyAt(page, x + 1, y))));
    expect(changedPages(smoothed, golden)).toEqual([]);
  });
});

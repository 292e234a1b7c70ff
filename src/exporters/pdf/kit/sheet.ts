import { type Canvas } from './canvas.js';
import { destinationName } from './destination-name.js';
import { grid } from './grid.js';
import { type TextStyle } from './text-style.js';
import { type TypeCase } from './type-case.js';

/** Where things stand: learnt in a first pass, printed in the second. */
export interface PagePlan {
  readonly pages: number;
  readonly pageOf: ReadonlyMap<string, number>;
}

/** The pages being filled, from top to bottom. `y` is where the next block begins, in points from the top of the page. */
export interface Sheet {
  readonly canvas: Canvas;
  readonly typeCase: TypeCase;
  readonly plan: PagePlan;
  y: number;
  readonly page: number;
  /** What the running head names. */
  running: string;
  /** Points left on the page. */
  room(): number;
  /** Begins a page where fewer than `height` points are left, unless the page is still empty. Answers whether it did. */
  need(height: number): boolean;
  beginPage(options?: { readonly bare?: boolean }): void;
  /** Names this place for links and the contents. */
  mark(id: string, y?: number): void;
  marks(): PagePlan;
  widthOf(line: string, style: TextStyle): number;
}

/** `furnish` draws what stands on every page; it is called outside of all elements. */
export function openSheet(canvas: Canvas, typeCase: TypeCase, plan: PagePlan, furnish: (sheet: Sheet, bare: boolean) => void): Sheet {
  const pageOf = new Map<string, number>();
  let page = 0;
  const sheet: Sheet = {
    canvas,
    typeCase,
    plan,
    y: grid.top,
    get page() {
      return page;
    },
    running: '',
    room: () => grid.bottom - sheet.y,
    need(height) {
      if (sheet.y + height <= grid.bottom || sheet.y <= grid.top) return false;
      sheet.beginPage();
      return true;
    },
    beginPage({ bare = false } = {}) {
      canvas.beginPage();
      page += 1;
      sheet.y = grid.top;
      furnish(sheet, bare);
    },
    mark(id, y = sheet.y) {
      if (pageOf.has(id)) return;
      pageOf.set(id, page);
      canvas.destination(destinationName(id), Math.max(0, y - 20));
    },
    marks: () => ({ pages: page, pageOf }),
    widthOf: (line, style) => typeCase.widthOf(line, style),
  };
  return sheet;
}

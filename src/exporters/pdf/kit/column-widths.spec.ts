import { columnWidths } from './column-widths.js';
import { type Sheet } from './sheet.js';
import { type TableColumn } from './table-model.js';

/** Every character five points wide. */
const sheet = { widthOf: (line: string) => line.length * 5 } as unknown as Sheet;
const goTo = (text: string): string => text;
const widths = (columns: readonly TableColumn[], cells: readonly string[], total: number): readonly number[] => columnWidths(sheet, { columns, rows: [{ cells: cells.map((text) => ({ text })) }], goTo }, total);

describe('columnWidths', () => {
  it('shares the width where every word fits', () => {
    expect(widths([{ title: 'A', share: 1 }, { title: 'B', share: 3 }], ['x', 'y'], 400)).toEqual([100, 300]);
  });

  it('fills the width exactly, whatever is in the cells', () => {
    const found = widths([{ title: 'No.', share: 1 }, { title: 'What happened', share: 1 }, { title: 'Date', share: 1, whole: true }], ['1', 'a very long word: incomprehensibilities', '2026-11-23'], 300);
    expect(found.reduce((sum, width) => sum + width, 0)).toBeCloseTo(300);
  });

  it('keeps what must stay whole on one line', () => {
    const [date = 0] = widths([{ title: 'Date', share: 1, whole: true }, { title: 'What', share: 20 }], ['23 November 2026', 'x'], 400);
    expect(date).toBeGreaterThanOrEqual('23 November 2026'.length * 5 + 12);
  });

  it('never lets a column cut a word of its header', () => {
    const [narrow = 0] = widths([{ title: 'Substitutability', share: 1 }, { title: 'What', share: 99 }], ['x', 'y'], 400);
    expect(narrow).toBeGreaterThanOrEqual('SUBSTITUTABILITY'.length * 5 + 12);
  });

  it('refuses a table whose headers do not fit', () => {
    expect(() => widths([{ title: 'Substitutability', share: 1 }, { title: 'Jurisdiction', share: 1 }], ['x', 'y'], 120)).toThrow("'Substitutability', 'Jurisdiction' need 164 points and have 120; give the table fewer columns or shorter headers.");
  });
});

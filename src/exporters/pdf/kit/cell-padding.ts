/** Space on each side of a cell, and for a mark before its text, in points. */
export const cellPadding = { x: 6, y: 4.5, mark: 13 } as const;

/** Formats that show tables. */
export const tableFormats = ['csv', 'xlsx'] as const;

/** Whether a format shows tables. */
export function isTableFormat(format: string): boolean {
  return tableFormats.some((known) => known === format);
}

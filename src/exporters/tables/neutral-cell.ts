/**
 * A cell that no spreadsheet takes for a formula: where it begins with = + - @, their full-width forms, tab, CR or LF, an apostrophe is put before it
 * (OWASP, CSV injection). A cell that begins with an apostrophe gets another one, so that whoever takes one leading apostrophe away has the text again.
 */
export function neutralCell(text: string): string {
  return /^['=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

/** A text inside a line or a table cell of Markdown: nothing in it is taken for markup. */
export function pageText(text: string): string {
  return text.replaceAll(/[\\`*_<>[\]|]/g, (mark) => `\\${mark}`).replaceAll(/\s+/g, ' ').trim();
}

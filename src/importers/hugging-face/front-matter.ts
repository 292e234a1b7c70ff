/** The YAML between the two `---` lines at the top of a card, and whether its end was found. */
export interface FrontMatter {
  readonly yaml: string;
  readonly closed: boolean;
}

/** Front matter of a Markdown text; undefined where it does not begin with `---`. */
export function frontMatter(text: string): FrontMatter | undefined {
  const opening = /^---[ \t]*\r?\n/.exec(text);
  if (opening === null) return undefined;
  const body = text.slice(opening[0].length);
  const closing = /^(---|\.\.\.)[ \t]*\r?$/m.exec(body);
  return closing === null ? { yaml: body, closed: false } : { yaml: body.slice(0, closing.index), closed: true };
}

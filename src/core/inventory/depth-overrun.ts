/** Line (from 1) on which more than `maxDepth` brackets are open, before any parser is given the text; undefined where there is none. */
export function depthOverrun(text: string, maxDepth: number): number | undefined {
  let depth = 0;
  let line = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) line++;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > maxDepth) return line;
    } else if ((code === 0x5d || code === 0x7d) && depth > 0) depth--;
  }
  return undefined;
}

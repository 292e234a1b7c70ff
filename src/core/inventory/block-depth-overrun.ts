/** Line (from 1) on which more than `maxDepth` YAML blocks are open, counted by indentation and by dashes on one line, before any parser is given the text; undefined where there is none. */
export function blockDepthOverrun(text: string, maxDepth: number): number | undefined {
  const open: number[] = [];
  let line = 0;
  for (let start = 0; start < text.length; ) {
    line++;
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    let at = start;
    while (at < end && text.charCodeAt(at) === 0x20) at++;
    if (at < end && text.charCodeAt(at) !== 0x0d) {
      while (open.length > 0 && (open.at(-1) ?? 0) >= at - start) open.pop();
      open.push(at - start);
      while (opensBlock(text, at)) {
        do at++; while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09);
        open.push(at - start);
        if (open.length > maxDepth) return line;
      }
      if (open.length > maxDepth) return line;
    }
    start = end + 1;
  }
  return undefined;
}

/** A dash, question mark or colon with white space behind it. */
function opensBlock(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  return (code === 0x2d || code === 0x3f || code === 0x3a) && (next === 0x20 || next === 0x09);
}

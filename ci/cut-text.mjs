/** Markdown of at most `most` characters, cut between lines; what is cut is said, and a fold that the cut left open is closed. */
export function cutText(text, most, where) {
  if (text.length <= most) return text;
  const lines = text.split('\n');
  const kept = [];
  let length = 200 + where.length;
  for (const line of lines) {
    length += line.length + 1;
    if (length > most) break;
    kept.push(line);
  }
  const opened = kept.filter((line) => line.startsWith('<details>')).length - kept.filter((line) => line === '</details>').length;
  return [...kept, '', ...(opened > 0 ? ['</details>', ''] : []), `**Cut here: ${lines.length - kept.length} of ${lines.length} lines are not shown; ${where}.**`, ''].join('\n');
}

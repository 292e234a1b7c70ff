/** The one of `ids` that free text such as "Apache 2.0" or "MIT license" probably means. A suggestion to correct the record, never a licence. */
export function likelyLicenceId(written: string, ids: Iterable<string>): string | undefined {
  const wanted = plain(written);
  if (wanted === '') return undefined;
  for (const id of ids) if (id !== written && plain(id) === wanted) return id;
  return undefined;
}

function plain(text: string): string {
  return text
    .slice(0, 200)
    .toLowerCase()
    .replace(/\b(the|licen[cs]e|version)\b/g, ' ')
    .replace(/[\s,_-]+/g, '-')
    .replace(/^-|-$/g, '');
}

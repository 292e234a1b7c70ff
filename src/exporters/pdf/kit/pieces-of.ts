/** A hyphen, dash or slash ends a piece when letters follow: dates, ranges of numbers and versions stay whole. */
const pieces = /[^ \n]*?[\p{L}\p{N}][-–—/](?=\p{L}{2})|[^ \n]+ *| +/gu;

/** Text in the pieces between which a line may end, each with the spaces behind it. */
export function piecesOf(text: string): readonly string[] {
  return text.match(pieces) ?? [];
}

import { piecesOf } from './pieces-of.js';
import { type TextStyle } from './text-style.js';
import { type TypeCase } from './type-case.js';

export interface BrokenText {
  readonly lines: readonly string[];
  /** A word did not fit on a line of its own and was cut. */
  readonly cutsWord: boolean;
}

const joints = /[/._:@#=&?-]/u;

/** Breaks text into lines no wider than `width` points; a newline always breaks. */
export function breakLines(text: string, style: TextStyle, width: number, typeCase: TypeCase): BrokenText {
  const lines: string[] = [];
  let cutsWord = false;
  const tracking = style.tracking ?? 0;
  for (const paragraph of text.split('\n')) {
    let line = '';
    let taken = 0;
    for (const piece of piecesOf(paragraph)) {
      const trimmed = piece.trimEnd();
      const needed = typeCase.widthOf(trimmed, style);
      if (taken + needed > width) {
        if (line.trim() !== '') lines.push(line.trimEnd());
        line = '';
        taken = 0;
      }
      if (needed > width) {
        const parts = cutWord(piece, style, width, typeCase);
        cutsWord = true;
        lines.push(...parts.slice(0, -1));
        line = parts.at(-1) ?? '';
        taken = typeCase.widthOf(line, style) + tracking;
        continue;
      }
      line += piece;
      taken += (trimmed === piece ? needed : typeCase.widthOf(piece, style)) + tracking;
    }
    lines.push(line.trimEnd());
  }
  return { lines, cutsWord };
}

/** Cuts a word that is wider than a line: after a joint such as a slash or dot where one is near, else between characters, never inside a code-point mark. */
function cutWord(word: string, style: TextStyle, width: number, typeCase: TypeCase): string[] {
  const characters = word.match(/⟦U\+[0-9A-F]{4,6}⟧|./gsu) ?? [];
  const parts: string[] = [];
  let from = 0;
  while (from < characters.length) {
    let fits = 1;
    let tooMany = characters.length - from + 1;
    while (tooMany - fits > 1) {
      const middle = Math.min(fits * 2, Math.floor((fits + tooMany) / 2));
      if (typeCase.widthOf(characters.slice(from, from + middle).join('').trimEnd(), style) <= width) fits = middle;
      else tooMany = middle;
    }
    if (from + fits < characters.length) {
      const joint = characters.slice(from, from + fits).findLastIndex((character) => joints.test(character));
      if (joint >= fits / 2) fits = joint + 1;
    }
    parts.push(characters.slice(from, from + fits).join(''));
    from += fits;
  }
  return parts;
}

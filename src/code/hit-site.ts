import { type CodeFile } from './code-file.js';
import { type CodeHit, type HitContext } from '../core/inventory/code-hit.js';
import { placeholder } from './host-of.js';

export type FoundHit = Omit<CodeHit, 'file' | 'line' | 'column' | 'context'> & {
  /** Offset in the file. */
  readonly at: number;
  readonly line: number;
  /** It stands in a comment. */
  readonly commented?: boolean;
};

/** A hit with its place, in the context of its file. What no one would type is cut. */
export function placeHit({ path, text }: CodeFile, context: HitContext, { at, line, commented, name, ...hit }: FoundHit): CodeHit {
  const column = at - text.lastIndexOf('\n', at - 1);
  return { file: path, line, column: at === 0 ? 1 : column, name: name.slice(0, 200).replaceAll(placeholder, '*'), ...hit, context: commented === true && context === 'production' ? 'comment' : context };
}

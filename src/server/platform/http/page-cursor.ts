import { z } from 'zod';
import { invalidField } from '../problem/invalid-field.js';
import { keepableText } from './keepable-text.js';

/** What the last row of a page is sorted by, down to what makes it the only one. */
export type PageCursor = readonly string[];

export function writeCursor(at: PageCursor): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

/** @throws DomainError `invalid-request` where the text is no cursor with that many parts */
export function readCursor(text: string, parts: number): PageCursor {
  try {
    return z.array(keepableText.max(2000)).length(parts).parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch (cause) {
    throw invalidField('after', 'is not what a page before answered; send `next` as it was', cause);
  }
}

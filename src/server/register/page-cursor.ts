import { z } from 'zod';
import { isKeepable } from '../platform/http/is-keepable.js';
import { DomainError } from '../platform/problem/domain-error.js';

const part = (most: number) => z.string().max(most).refine(isKeepable);

const cursor = z.tuple([part(2000), part(100), part(1000)]);

/** What the last record of a page is sorted by, its kind and its id. */
export type PageCursor = z.output<typeof cursor>;

export function writeCursor(at: PageCursor): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

/** @throws DomainError `invalid-request` */
export function readCursor(text: string): PageCursor {
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch (cause) {
    const detail = 'is not what a page before answered; send `next` as it was';
    throw new DomainError('invalid-request', `after: ${detail}`, { errors: [{ pointer: 'after', detail }], cause });
  }
}

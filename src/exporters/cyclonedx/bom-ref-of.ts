import { createHash } from 'node:crypto';
import { shownText } from './shown-text.js';

/** The reference under which a record stands in the document: its key, or a shown form of it with a piece of its digest. */
export function bomRefOf(key: string): string {
  const shown = shownText(key);
  return shown === key ? key : `${shown.slice(0, 200)}~${createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 16)}`;
}

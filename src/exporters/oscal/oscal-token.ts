import { createHash } from 'node:crypto';

/** The text as an OSCAL token: it begins with a letter or `_` and holds letters, digits, `.`, `-` and `_`. A text that had to be changed bears a piece of its digest, so that no two become one. */
export function oscalToken(text: string): string {
  const token = text.replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^(?![\p{L}_])/u, '_');
  return token === text ? token : `${token.slice(0, 80)}_${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}

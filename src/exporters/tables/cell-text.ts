import { visibleText } from '../visible-text.js';

/** A value as the text of a cell: nothing for what is absent, plain values as they are, lists of them joined by `; `, all else as JSON. */
export function cellText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return visibleText(value, '\t\n\r');
  if (typeof value !== 'object') return JSON.stringify(value) ?? '';
  const plain = Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'number' || (typeof item === 'string' && item !== '' && !/^\[|;/.test(item)));
  return visibleText(plain ? value.join('; ') : JSON.stringify(value), '\t\n\r');
}

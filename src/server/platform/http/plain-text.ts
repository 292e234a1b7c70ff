import { keepableText } from './keepable-text.js';

/** Text that someone writes, without the space around it: never empty, at most `most` characters. */
export function plainText(most: number) {
  return keepableText.trim().min(1, 'is empty; write it, or leave it out').max(most, `is longer than ${most} characters; shorten it`);
}

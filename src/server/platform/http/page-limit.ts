import { z } from 'zod';

/** How many rows a page of a list has at most; `usual` where the request does not say. */
export function pageLimit(most: number, usual: number) {
  const range = `write a number from 1 to ${most}`;
  return z.coerce.number(`is not a number; ${range}`).int(`is not whole; ${range}`).min(1, `is less than 1; ${range}`).max(most, `is more than ${most}; ${range}`).default(usual);
}

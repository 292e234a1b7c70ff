import { z } from 'zod';

/**
 * A day, a month or a year in UTC: `2026-11-23`, `2026-11`, `2026`. Compared as strings, a month or year stands for its first instant.
 */
export const partialDate = z
  .string()
  .max(10)
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date is a day, a month or a year, such as 2026-11-23, 2026-11 or 2026');

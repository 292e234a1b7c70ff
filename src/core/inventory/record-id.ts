import { z } from 'zod';

/** The key of a record: letters, digits and `. _ : @ / + -`, as in hub repositories and purls; it begins with a letter or digit. */
export const recordId = z
  .string()
  .max(256)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:@/+-]*$/, 'an id begins with a letter or digit and holds only letters, digits and . _ : @ / + -');

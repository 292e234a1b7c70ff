import { z } from 'zod';

export const collectionName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'is no name of a collection; write a letter or digit, then letters, digits and . _ -')
  .refine((name) => name !== 'register', "is what the register calls itself; write another name")
  .describe('files that belong together, such as those of a repository; the first part of their paths in the register');

import { z } from 'zod';

/** A path as requests name files: relative, forward slashes, never leading out. */
export const relativePath = z
  .string()
  .min(1, 'is empty; write a path such as domicile.yaml')
  .max(500, 'is longer than 500 characters; shorten the path')
  .refine((path) => !/^(\/|[A-Za-z]:)|\\|(^|\/)\.\.(\/|$)|\p{Cc}/u.test(path), 'is not a plain relative path; write one such as models/domicile.yaml')
  .describe('relative path, forward slashes');

export const sentFile = z.strictObject({ path: relativePath, content: z.string().describe('the text of the file') });

export type SentFile = z.output<typeof sentFile>;

/** Says of each path that stands twice in `field` that it does. */
export function refuseRepeats(field: string, paths: readonly string[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  paths.forEach((path, index) => {
    if (seen.has(path)) context.addIssue({ code: 'custom', path: [field, index, 'path'], message: `'${path}' is given twice; send each file once` });
    seen.add(path);
  });
}

import { z } from 'zod';
import { text } from '../inventory/text.js';

/** Where a fact was read. `asOf` dates the copy that was read, in the words of the reader where it has no date. */
export const factSource = z
  .strictObject({
    title: text(400),
    url: text(2_000).optional(),
    repository: text(200).optional().describe('owner/name@commit of a public repository'),
    path: text(500).optional().describe('file inside the repository'),
    asOf: text(60).optional(),
  })
  .meta({ id: 'FactSource' });
export type FactSource = z.infer<typeof factSource>;

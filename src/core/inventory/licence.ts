import { z } from 'zod';
import { recordId } from './record-id.js';
import { sha256Digest } from './sha256-digest.js';
import { instant } from './instant.js';
import { text } from './text.js';

/** A licence as it was met: which text, read when. Its terms are reference facts, looked up by `id`. */
export const licence = z
  .strictObject({
    id: recordId.describe('SPDX id, or LicenseRef- for a text of its own'),
    name: text().optional(),
    link: text(2_000).optional(),
    textSha256: sha256Digest.optional(),
    termsReadAt: instant.optional().describe('when a person last read the terms'),
    termsVersion: text().optional(),
    usePolicyRead: z.boolean().optional().describe('the acceptable-use policy beside the licence was read as well'),
  })
  .meta({ id: 'Licence' });
export type Licence = z.infer<typeof licence>;

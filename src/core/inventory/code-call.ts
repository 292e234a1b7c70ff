import { z } from 'zod';
import { recordId } from './record-id.js';
import { text } from './text.js';

/** What source code or its configuration calls, as a scan found it. Each place that calls it is one origin of the record. */
export const codeCall = z
  .strictObject({
    id: z.string().max(600),
    deployment: recordId.optional().describe('whose code it is; absent: of no deployment that names its code'),
    basis: z.enum(['call', 'hint']).describe('hint: a key, a model name or a mention that calls nothing by itself'),
    providers: z.array(recordId).min(1).max(10).optional().describe('ids in the provider facts; several where the place does not tell which of them'),
    host: text(300).optional().describe('host that no provider facts know'),
    file: text(1_000).optional().describe('where it stands, if it cannot be told who is called'),
    own: z.boolean().optional().describe('it stays in the network of the organisation'),
  })
  .meta({ id: 'CodeCall' });
export type CodeCall = z.infer<typeof codeCall>;

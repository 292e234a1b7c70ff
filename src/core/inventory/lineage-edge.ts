import { z } from 'zod';
import { recordId } from './record-id.js';
import { text } from './text.js';

/** `child` was made from `parent`. A merge has one edge for each parent. */
export const lineageEdge = z
  .strictObject({
    id: z.string().max(600).describe('child, relation and parent joined by a space'),
    child: recordId,
    parent: recordId,
    relation: z.enum(['finetune', 'adapter', 'merge', 'quantized', 'distilled', 'synthetic-data', 'unknown']),
    dataset: text(300).optional().describe('the data set through which a generator reached the child'),
  })
  .meta({ id: 'LineageEdge' });
export type LineageEdge = z.infer<typeof lineageEdge>;

import { z } from 'zod';

/**
 * How well a fact is known: `declared` by a person or file, `inferred` by a stated reasoning, `verified` against bytes or a signature,
 * `contradicted` by another source, `stale` past its review date, `unresolved` where a source names something that cannot be looked up.
 */
export const confidence = z.enum(['declared', 'inferred', 'verified', 'contradicted', 'stale', 'unresolved']);
export type Confidence = z.infer<typeof confidence>;

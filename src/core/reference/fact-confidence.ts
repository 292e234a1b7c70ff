import { z } from 'zod';

/**
 * How a reference fact is known: read in the cited source, read only in secondary sources, or known without a source having been read.
 * The last one may carry a pass, and is printed as unverified beside it.
 */
export const factConfidence = z.enum(['verified-in-source', 'known-in-secondary-sources', 'known-but-unverified']);
export type FactConfidence = z.infer<typeof factConfidence>;

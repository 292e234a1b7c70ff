import type { z } from 'zod';
import { text } from '../inventory/text.js';
import { referenceData } from './reference-data.js';

/** Facts of an organisation's own, in the same schema: a record replaces the shipped one of its id whole, and is shown under the name of the overlay. */
export const referenceOverlay = referenceData.partial().extend({ overlay: text(80) }).meta({ id: 'ReferenceOverlay' });
export type ReferenceOverlay = z.infer<typeof referenceOverlay>;

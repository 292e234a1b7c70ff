import type { z } from 'zod';
import { text } from '../inventory/text.js';
import { codeMarkers } from './code-markers.js';
import { referenceData } from './reference-data.js';

/** Facts of an organisation's own, in the same schema: a record replaces the shipped one of its id whole, and is shown under the name of the overlay. */
export const referenceOverlay = referenceData.partial().extend({ codeMarkers: codeMarkers.shape.codeMarkers.optional().describe('own libraries, gateways and keys by which a call of code is told'), overlay: text(80) }).meta({ id: 'ReferenceOverlay' });
export type ReferenceOverlay = z.infer<typeof referenceOverlay>;

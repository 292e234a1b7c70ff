import { z } from 'zod';
import { text } from '../inventory/text.js';
import { factConfidence } from './fact-confidence.js';
import { factSource } from './fact-source.js';
import { partialDate } from './partial-date.js';

/**
 * Part of a record that held for a time: `from` inclusive, `to` exclusive. Without `from` it is not known before the record's as-of.
 * Its own sources and confidence, where given, stand in place of the record's.
 */
export function factInterval<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject({
    ...shape,
    from: partialDate.optional(),
    to: partialDate.optional(),
    confidence: factConfidence.optional(),
    sources: z.array(factSource).min(1).max(20).optional(),
    noSource: text(300).optional(),
  });
}

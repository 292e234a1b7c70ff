import { z } from 'zod';
import { recordId } from '../../inventory/record-id.js';
import { text } from '../../inventory/text.js';
import { costFigure } from '../cost/cost-figure.js';
import { benchmark } from './benchmark.js';
import { valueFunction } from './value-function.js';

/** Something options are valued by. */
export const criterion = z.strictObject({
  id: recordId,
  title: text(200),
  unit: text(60),
  anchors: valueFunction,
  /** For a capability: only scores measured on exactly this count. */
  benchmark: benchmark.optional(),
  /** The score is read from the costs of the same case. */
  from: costFigure.optional(),
});
export type Criterion = z.infer<typeof criterion>;

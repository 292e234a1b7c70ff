import { z } from 'zod';

/** A number as results show it: with unit, range, how it was come by and from what. `answer` stands in where no number is honest. */
export const figureSchema = z.strictObject({
  value: z.number().nullable(),
  unit: z.string(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  kind: z.enum(['measured', 'quoted', 'derived', 'assumed']),
  source: z.string(),
  answer: z.enum(['never', 'never before replacement', 'not reachable', 'unknown']).optional(),
});
export type Figure = Readonly<z.infer<typeof figureSchema>>;

import { z } from 'zod';
import { text } from '../inventory/text.js';
import { factConfidence, type FactConfidence } from './fact-confidence.js';
import { factSource, type FactSource } from './fact-source.js';
import { partialDate } from './partial-date.js';

const provenance = {
  sources: z.array(factSource).min(1).max(40).optional(),
  noSource: text(300).optional().describe('said instead of sources where none was read'),
  asOf: partialDate.describe('when the record as a whole was last assessed'),
  confidence: factConfidence,
  unverified: z.array(text(160)).max(60).optional().describe('fields of the record that were not read in a source, as paths such as userCap.measured'),
  reviewBy: z.iso.date().optional().describe('from the day after, the fact is stale; absent: the default of review.yaml'),
  notes: z.array(text(2_000)).max(40).optional(),
};

/** What every reference record says of itself, whatever its kind. */
export interface FactProvenance {
  readonly sources?: readonly FactSource[] | undefined;
  readonly noSource?: string | undefined;
  readonly asOf: string;
  readonly confidence: FactConfidence;
  readonly unverified?: readonly string[] | undefined;
  readonly reviewBy?: string | undefined;
  readonly notes?: readonly string[] | undefined;
  readonly overlay?: string | undefined;
}

/** A record of reference facts: its own fields and its provenance, which is a source or an explicit "no source". */
export function factRecord<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z
    .strictObject({ ...shape, ...provenance })
    .refine((record) => hasProvenance(record), { message: 'the record names no source; list sources, or write noSource with the reason' })
    .meta({ anyOf: [{ required: ['sources'] }, { required: ['noSource'] }] });
}

function hasProvenance(record: object): boolean {
  return 'sources' in record || 'noSource' in record;
}

import { z } from 'zod';

/** Body of `PUT /reaudit`. */
export const reauditTerms = z
  .strictObject({
    enabled: z.boolean().default(false).describe('whether what changes affect is audited again by itself'),
    quietMinutes: z.int('is not a whole number of minutes').min(1).max(1_440).default(2).describe('how long nothing must have changed before it is audited; changes that do not end are audited after ten times that'),
  })
  .meta({ id: 'ReauditTerms', example: { enabled: true, quietMinutes: 2 } });

export type ReauditTerms = z.output<typeof reauditTerms>;

export const reauditSettings = z.object({ ...reauditTerms.shape, version: z.int().describe('0 until they are changed for the first time'), changedAt: z.iso.datetime().nullable() }).meta({ id: 'ReauditSettings', example: { enabled: false, quietMinutes: 2, version: 0, changedAt: null } });

export type ReauditSettings = z.output<typeof reauditSettings>;

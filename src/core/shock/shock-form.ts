import { z } from 'zod';
import { jurisdictionCode } from '../inventory/jurisdiction-code.js';
import { recordId } from '../inventory/record-id.js';
import { text } from '../inventory/text.js';

const title = text(200).optional().describe('the name of the scenario in what is printed');

/** What a shock is told as, for schemas that name it themselves. */
export const shockForm = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('adequacy-falls'), title, jurisdiction: jurisdictionCode.describe('whose adequacy decision is struck down or lapses, such as US') }),
    z.strictObject({ kind: z.literal('parent-changes'), title, provider: recordId.describe('id in the inventory or in the reference facts'), parent: text(200).describe('name of the new ultimate parent'), country: jurisdictionCode.describe('country of the new ultimate parent') }),
    z.strictObject({ kind: z.literal('api-cut-off'), title, provider: recordId, model: recordId.optional().describe('absent: every model of the provider'), days: z.number().int().min(1).max(3_650) }),
    z.strictObject({ kind: z.literal('api-retired'), title, provider: recordId, model: recordId.describe('id in the inventory, or the name by which the API serves it') }),
    z.strictObject({ kind: z.literal('licence-changes'), title, model: recordId.describe('id in the inventory or in the catalogue'), licence: text(500).describe('SPDX expression of the new licence, with ids that the licence facts know') }),
    z.strictObject({ kind: z.literal('region-lost'), title, region: text(100).optional().describe('as the inventory names it, such as westeurope'), country: jurisdictionCode.optional(), provider: recordId.optional().describe('absent: whoever runs it') }),
  ])
  .refine((given) => given.kind !== 'region-lost' || given.region !== undefined || given.country !== undefined, { message: 'a region-lost shock names no place; write a region or a country' });

import { z } from 'zod';
import { recordId } from '../../inventory/record-id.js';
import { text } from '../../inventory/text.js';
import { estimateOf } from './estimate-of.js';
import { exitPlan } from './exit-plan.js';

/** What every option carries, bought or run: people, further monthly fees, the way out, and whether it ends within the horizon. */
export const optionBasics = {
  id: recordId,
  title: text(200),
  staff: z.strictObject({ fte: estimateOf.plain('FTE'), costPerFte: estimateOf.money('/FTE-month') }),
  monthly: z.array(z.strictObject({ label: text(120), amount: estimateOf.money('/month') })).max(40).default([]),
  exit: exitPlan.optional(),
  /** The option is withdrawn after this many months; then the way out is paid for and the replacement, if named, takes over. */
  retirement: z.strictObject({ afterMonths: z.int().min(0).max(240), replacement: recordId.optional() }).optional(),
};

import { z } from 'zod';
import { text } from '../inventory/text.js';
import { licenceClass } from './licence-class.js';

/** How free a class of licences leaves its users: a higher number is freer; without a number the class is not compared. */
export const licenceClassRank = z.strictObject({ class: licenceClass, freedom: z.number().int().min(0).max(10).optional(), detail: text(400) }).meta({ id: 'LicenceClassRank' });
export type LicenceClassRank = z.infer<typeof licenceClassRank>;

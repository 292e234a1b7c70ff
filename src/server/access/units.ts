import { z } from 'zod';
import { plainText } from '../platform/http/plain-text.js';

/** Units somebody belongs to. */
export const units = z
  .array(plainText(500))
  .max(100, 'has more than 100 units; name a legal entity instead')
  .transform((given) => [...new Set(given)])
  .describe('names as the field `owner` of deployments has them, and keys of legal entities such as entity/acme-se');

export const readsOwnOnly = z.boolean().describe('whether only records of these units are read, where no role reads all; changed are no others in any case');

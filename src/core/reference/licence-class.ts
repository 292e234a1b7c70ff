import { z } from 'zod';

/** What a licence leaves free, from most to least; terms of an API and unread terms stand apart. */
export const licenceClass = z.enum(['permissive', 'weak-copyleft', 'copyleft', 'use-restricted', 'non-commercial', 'api-terms', 'unknown']);
export type LicenceClass = z.infer<typeof licenceClass>;

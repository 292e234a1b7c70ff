import { z } from 'zod';

/** ISO 3166-1 alpha-2 code in capitals, or a named group of jurisdictions (`EU`, `EEA`). */
export const jurisdictionCode = z.string().regex(/^[A-Z]{2}$|^EEA$/, 'a jurisdiction is an ISO 3166-1 alpha-2 code in capitals, such as DE, or EU or EEA').max(3);

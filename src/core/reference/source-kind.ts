import { z } from 'zod';

/** How far a source stands from who sets the figure. */
export const sourceKind = z.enum(['vendor-page', 'vendor-repo', 'catalogue', 'third-party', 'statistics-office', 'regulator']).optional();

import { z } from 'zod';

/** A day (`2026-11-23`, its first instant in UTC) or an ISO 8601 instant with an offset. */
export const instant = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

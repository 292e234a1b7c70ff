import { z } from 'zod';

/** Name of a connection to a system that can be pulled from. */
export const connectionName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'is no name for a connection; write lower-case letters, digits and hyphens').describe('name of the connection');

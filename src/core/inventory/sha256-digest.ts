import { z } from 'zod';

/** SHA-256 in 64 lower-case hexadecimal digits. */
export const sha256Digest = z.string().max(64).regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 lower-case hexadecimal digits');

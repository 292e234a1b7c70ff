import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 lower-case hexadecimal digits');

/** The statement that OpenSSF Model Signing 1.x signs (predicate type `https://model_signing/signature/v1.0`). */
export const signedManifest = z.object({
  _type: z.literal('https://in-toto.io/Statement/v1'),
  subject: z.array(z.object({ name: z.string().max(4_096), digest: z.object({ sha256 }) })).length(1),
  predicateType: z.literal('https://model_signing/signature/v1.0'),
  predicate: z.object({
    serialization: z.object({
      method: z.string().max(100),
      hash_type: z.string().max(100),
      allow_symlinks: z.boolean().optional(),
      ignore_paths: z.array(z.string().max(4_096)).max(10_000).optional(),
    }),
    resources: z.array(z.object({ name: z.string().min(1).max(4_096), algorithm: z.string().max(100), digest: z.string().max(256) })).max(200_000),
  }),
});
export type SignedManifest = z.infer<typeof signedManifest>;

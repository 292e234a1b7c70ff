import { z } from 'zod';
import { instant } from './instant.js';
import { recordId } from './record-id.js';
import { sha256Digest } from './sha256-digest.js';
import { text } from './text.js';

/** One weights file. It is verified only when its bytes were hashed and compared with what the publisher names. */
export const weightArtefact = z
  .strictObject({
    id: recordId,
    model: recordId.optional(),
    file: text(1_000).optional(),
    format: z.enum(['safetensors', 'gguf', 'pickle', 'pytorch-zip', 'onnx', 'h5', 'tensorrt', 'mlx', 'other']).optional(),
    quantisation: text(60).optional().describe('F16, BF16, FP8, Q4_K_M, AWQ-4bit …'),
    bytes: z.number().int().nonnegative().optional(),
    sha256: sha256Digest.optional().describe('digest of the bytes in use'),
    publisherSha256: sha256Digest.optional().describe('digest named by the publisher'),
    verification: z.enum(['none', 'digest', 'signature']).optional(),
    verifiedAt: instant.optional(),
    signerIdentity: text(500).optional(),
    attestation: z.boolean().optional().describe('a signed statement of how it was built exists'),
    unsafeSerialisation: z.boolean().optional().describe('loading it can run code'),
    converter: text().optional().describe('who quantised or converted it'),
    converterReviewedAt: instant.optional(),
    evaluatedAfterConversion: z.boolean().optional(),
  })
  .meta({ id: 'WeightArtefact' });
export type WeightArtefact = z.infer<typeof weightArtefact>;

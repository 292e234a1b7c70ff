import { z } from 'zod';

const problem = z.strictObject({ code: z.string(), bearing: z.enum(['wrong', 'unknown', 'note']), message: z.string() });

const baseModel = z.strictObject({ name: z.string().optional(), organisation: z.string().optional(), version: z.string().optional(), url: z.string().optional() });

const header = z.strictObject({
  format: z.enum(['gguf', 'safetensors']),
  version: z.number().int().optional(),
  name: z.string().optional(),
  architecture: z.string().optional(),
  organisation: z.string().optional(),
  quantisedBy: z.string().optional(),
  licence: z.strictObject({ id: z.string().optional(), name: z.string().optional(), link: z.string().optional() }).optional(),
  baseModels: z.array(baseModel),
  datasets: z.array(baseModel),
  tensors: z.number().int(),
  parameters: z.number().int().describe('sum over all tensors; packed integer formats hold several weights in one element'),
  quantisation: z.string().optional(),
  tensorTypes: z.array(z.strictObject({ type: z.string(), tensors: z.number().int(), parameters: z.number().int(), bytes: z.number().int() })),
});

const file = z.strictObject({
  path: z.string(),
  sha256: z.string().nullable().describe('null where the bytes could not be read'),
  bytes: z.number().int(),
  format: z.enum(['safetensors', 'gguf', 'pickle', 'pytorch-zip', 'pytorch-tar', 'keras-zip', 'onnx', 'h5', 'numpy', 'lfs-pointer', 'other']),
  unsafe: z.array(
    z.strictObject({
      code: z.enum(['pickle', 'pickle-import', 'remote-code', 'python-file', 'native-code', 'keras-lambda', 'object-array', 'template', 'torchscript']),
      level: z.enum(['dangerous', 'suspicious', 'notice']),
      message: z.string(),
      what: z.string().optional(),
    }),
  ),
  confidence: z.enum(['verified', 'contradicted', 'inferred']),
  digests: z.array(z.strictObject({ source: z.string(), kind: z.enum(['checksum-list', 'lfs-pointer', 'hub-metadata', 'ollama-manifest', 'oci-manifest', 'cyclonedx', 'file-name']), expected: z.string(), matches: z.boolean() })),
  header: header.nullable(),
  problems: z.array(problem),
});

/** What `weights verify --format json` prints. */
export const weightsJson = z
  .strictObject({
    files: z.array(file),
    signature: z.strictObject({
      state: z.enum(['verified', 'failed', 'absent', 'unsupported']),
      identity: z.string().nullable(),
      reason: z.string(),
      method: z.enum(['keyless', 'key', 'certificate']).optional(),
      issuer: z.string().optional(),
      bundle: z.string().optional(),
      covered: z.array(z.string()),
      contradicted: z.array(z.string()),
      uncovered: z.array(z.string()),
    }),
    conclusion: z.enum(['conforming', 'non-conforming', 'inconclusive']),
    reasons: z.array(z.string()),
    problems: z.array(problem),
  })
  .meta({ id: 'WeightsVerification' });
export type WeightsJson = z.infer<typeof weightsJson>;

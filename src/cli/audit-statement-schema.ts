import { z } from 'zod';
import { sha256Digest } from '../core/inventory/sha256-digest.js';
import { outcomes } from '../core/policy/outcome.js';

const digest = z.strictObject({ sha256: sha256Digest });
const prefixed = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** What `domicile check --format in-toto` prints: an in-toto statement (v1) over an audit; the predicate is `urn:domicile:audit-result:1`. */
export const auditStatementSchema = z
  .strictObject({
    _type: z.literal('https://in-toto.io/Statement/v1'),
    subject: z
      .array(z.strictObject({ name: z.string(), digest, annotations: z.strictObject({ model: z.string().optional(), file: z.string().optional() }).optional().describe('of a weight artefact: its model and file') }))
      .min(1)
      .describe('the audited inventory, then every weight artefact whose bytes in use have a known digest, named by its id'),
    predicateType: z.literal('urn:domicile:audit-result:1'),
    predicate: z.strictObject({
      engine: z.string(),
      asOf: z.string(),
      organisation: z.string().nullable(),
      conclusion: z.enum(['conforming', 'non-conforming', 'inconclusive']),
      gate: z.strictObject({ blocked: z.boolean(), by: z.array(z.string()).describe('fingerprints of the findings that block') }),
      digests: z.strictObject({ snapshot: prefixed, packs: z.record(z.string(), prefixed), facts: prefixed }),
      counts: z.strictObject(Object.fromEntries([...outcomes, 'waived' as const].map((outcome) => [outcome, count]))),
      result: z.strictObject({ mediaType: z.literal('application/json'), digest }).describe('the whole result, as --format json prints it'),
      weightsWithoutDigest: z.array(z.string()).describe('ids of artefacts of which the statement cannot speak'),
    }),
  })
  .meta({ id: 'AuditStatement' });

import { z } from 'zod';
import { policyOverlay } from './policy-overlay.js';
import { policyPack } from './policy-pack.js';

/** JSON Schema of what people write, so that editors complete it. */
export function packJsonSchema(kind: 'pack' | 'overlay'): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(kind === 'pack' ? policyPack : policyOverlay, { io: 'input' });
}

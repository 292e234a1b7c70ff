import { z } from 'zod';
import { referenceFiles, type ReferenceFileName } from './reference-files.js';
import { referenceOverlay } from './reference-overlay.js';

/** The JSON Schema (draft 2020-12) of one YAML file of reference facts, or of an organisation's overlay. */
export function referenceJsonSchema(name: ReferenceFileName | 'reference-overlay'): object {
  return z.toJSONSchema(name === 'reference-overlay' ? referenceOverlay : referenceFiles[name], { target: 'draft-2020-12', io: 'input' });
}

import { z } from 'zod';
import { factsOutput } from './facts-output.js';
import { referenceFiles, type ReferenceFileName } from './reference-files.js';
import { referenceOverlay } from './reference-overlay.js';

/** The JSON Schema (draft 2020-12) of one YAML file of reference facts, of an organisation's overlay, or of what the `facts` commands print. */
export function referenceJsonSchema(name: ReferenceFileName | 'reference-overlay' | 'facts-output'): object {
  const schemas = { ...referenceFiles, 'reference-overlay': referenceOverlay, 'facts-output': factsOutput };
  return z.toJSONSchema(schemas[name], { target: 'draft-2020-12', io: 'input' });
}

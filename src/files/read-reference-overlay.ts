import { readFileSync } from 'node:fs';
import { checkOverlay } from '../core/reference/check-overlay.js';
import { type ReferenceFacts } from '../core/reference/reference-facts.js';
import { type ReferenceOverlay } from '../core/reference/reference-overlay.js';
import { InvalidReferenceError } from './invalid-reference-error.js';
import { parseReference } from './parse-reference.js';

/** An organisation's own facts, written as YAML, to be laid over others. Throws InvalidReferenceError with file, line and remedy. */
export function readReferenceOverlay(path: string, base: ReferenceFacts): ReferenceOverlay {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new InvalidReferenceError([{ file: path, code: 'not-found', message: 'there is no such overlay of facts; check the path' }]);
  }
  const parsed = parseReference<ReferenceOverlay>(path, text, (value) => checkOverlay(value, base));
  if (parsed.value === undefined) throw new InvalidReferenceError(parsed.problems);
  return parsed.value;
}

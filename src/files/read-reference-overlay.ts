import { readFileSync } from 'node:fs';
import { referenceOverlay, type ReferenceOverlay } from '../core/reference/reference-overlay.js';
import { InvalidReferenceError } from './invalid-reference-error.js';
import { parseReference } from './parse-reference.js';

/** An organisation's own facts, written as YAML. Throws InvalidReferenceError with file, line and remedy. */
export function readReferenceOverlay(path: string): ReferenceOverlay {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new InvalidReferenceError([{ file: path, code: 'not-found', message: 'there is no such overlay of facts; check the path' }]);
  }
  const parsed = parseReference<ReferenceOverlay>(path, text, (value) => referenceOverlay.safeParse(value));
  if (parsed.value === undefined) throw new InvalidReferenceError(parsed.problems);
  return parsed.value;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexReference } from '../core/reference/index-reference.js';
import { overlayReference } from '../core/reference/overlay-reference.js';
import { type ReferenceData } from '../core/reference/reference-data.js';
import { type ReferenceFacts } from '../core/reference/reference-facts.js';
import { type CompiledFile } from './compile-reference.js';

/**
 * The compiled facts of a folder (`dist/policies/reference`), with the overlays of an organisation laid over them in order.
 * What was compiled was checked then and is not checked again; overlays are, and only they load the schemas.
 * Throws InvalidReferenceError on a faulty overlay.
 */
export async function readReference(folder: string, overlays: readonly string[] = []): Promise<ReferenceFacts> {
  const { data, digest } = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')) as CompiledFile<ReferenceData>;
  const shipped = indexReference(data, digest);
  if (overlays.length === 0) return shipped;
  const { readReferenceOverlay } = await import('./read-reference-overlay.js');
  return overlays.reduce((facts, path) => overlayReference(facts, readReferenceOverlay(path, facts)), shipped);
}

import { lineEnds } from './line-ends.js';
import { type SourceFile } from '../core/inventory/source-file.js';

/** The beginning of a file as text, for telling formats apart. */
export function headOf(file: SourceFile, bytes = 262_144): string {
  return lineEnds(new TextDecoder().decode(file.bytes.subarray(0, bytes)));
}

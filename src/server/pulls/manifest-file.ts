import { type PulledFile } from './pull-source.js';

/** A manifest that says which of the pulled files speak of which model. */
export function manifestFile(models: readonly object[], url: string): PulledFile {
  return { kind: 'file', path: 'domicile.json', bytes: jsonBytes({ domicile: 1, models }), url: new URL(url).href };
}

/** JSON over many lines, so that a fact has a line of its own. */
export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

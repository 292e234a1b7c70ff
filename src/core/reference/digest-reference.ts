import { canonicalJson } from '../inventory/canonical-json.js';
import { sha256Of } from '../inventory/sha256-of.js';

/** SHA-256 over the canonical JSON of compiled facts. */
export function digestReference(data: unknown): string {
  return sha256Of(canonicalJson(data));
}

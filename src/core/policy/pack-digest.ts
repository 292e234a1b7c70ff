import { canonicalJson } from '../inventory/canonical-json.js';
import { sha256Of } from '../inventory/sha256-of.js';
import { type PolicyPack } from './policy-pack.js';

/** SHA-256 of a pack's canonical JSON, in 64 lower-case hexadecimal digits: comments and layout do not count, tests do. */
export function packDigest(pack: PolicyPack): string {
  return sha256Of(canonicalJson(pack));
}

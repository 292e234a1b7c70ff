import { canonicalJson } from '../../inventory/canonical-json.js';
import { sha256Of } from '../../inventory/sha256-of.js';
import { type DecideCase } from './decide-case.js';

/** SHA-256 of what is approved: the whole case but the approval itself and the decision that follows it. */
export function inputHash(decide: DecideCase): string {
  const { approval: _approval, decision: _decision, ...frozen } = decide;
  return sha256Of(canonicalJson(frozen));
}

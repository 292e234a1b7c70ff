import { canonicalJson } from '../inventory/canonical-json.js';
import { sha256Of } from '../inventory/sha256-of.js';

interface ExplainedVerdict {
  readonly verdict: string;
  readonly explanation: readonly { readonly operands: readonly { readonly path: string; readonly value: unknown; readonly state?: string }[] }[];
}

/** Digest of what a verdict was decided on: its outcome and the operands it read, the time of the audit aside. Where it is the same, nothing that the rule looked at has changed. */
export function stateDigestOf({ verdict, explanation }: ExplainedVerdict): string {
  const operands = explanation.flatMap((part) => part.operands.filter(({ path }) => path !== 'now').map(({ path, value, state }) => [path, value, state ?? null]));
  return `sha256:${sha256Of(canonicalJson([verdict, operands]))}`;
}

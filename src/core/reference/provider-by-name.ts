import type { ReferenceFacts } from './reference-facts.js';

/** The id of the provider with this id, name or alias (LiteLLM prefixes such as `azure` or `vertex_ai` among them), without regard to case; a trailing slash is ignored. */
export function providerByName(reference: ReferenceFacts, name: string): string | undefined {
  return reference.providerIdByName.get(name.trim().toLowerCase().replace(/\/$/, ''));
}

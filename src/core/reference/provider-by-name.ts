import type { ReferenceFacts } from './reference-facts.js';

/** The id of the provider with this id, name or alias, without regard to case. */
export function providerByName(reference: ReferenceFacts, name: string): string | undefined {
  return reference.providerIdByName.get(name.trim().toLowerCase());
}

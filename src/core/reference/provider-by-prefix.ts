import type { ReferenceFacts } from './reference-facts.js';

/** The id of the provider that a LiteLLM model name is sent to, by what stands before its first slash (`azure/gpt-4` or `azure`), without regard to case. */
export function providerByPrefix(reference: ReferenceFacts, modelName: string): string | undefined {
  return reference.providerIdByPrefix.get((modelName.trim().split('/')[0] ?? '').toLowerCase());
}

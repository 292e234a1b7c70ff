import { providerByPrefix } from './provider-by-prefix.js';
import type { ModelName, ReferenceFacts } from './reference-facts.js';

const hubAddress = /^(?:hf:\/\/|(?:https?:\/\/)?huggingface\.co\/)/;

/**
 * The catalogue record that a name stands for: its id, a hub repository (`meta-llama/Llama-2-7b-hf`, with or without the hub's address or `@revision`),
 * an API name, a registry tag, each without regard to case, also behind a provider's prefix (`azure/gpt-4`). Nothing is guessed from part of a name.
 */
export function modelByAlias(reference: ReferenceFacts, alias: string): ModelName | undefined {
  const name = alias.trim().toLowerCase().replace(hubAddress, '').replace(/@[^/@]+$/, '');
  const whole = reference.modelIdByAlias.get(name);
  if (whole !== undefined) return whole;
  const slash = name.indexOf('/');
  if (slash === -1 || providerByPrefix(reference, name) === undefined) return undefined;
  return reference.modelIdByAlias.get(name.slice(slash + 1));
}

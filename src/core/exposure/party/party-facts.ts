import { type Provider } from '../../inventory/provider.js';
import { providerByHost } from '../../reference/provider-by-host.js';
import { providerByName } from '../../reference/provider-by-name.js';
import { type ReferenceFacts } from '../../reference/reference-facts.js';

/** The id in the provider facts of a party: as it states, or through its id, its name, or a host it serves. */
export function partyFacts(reference: ReferenceFacts, id: string, record: Provider | undefined): string | undefined {
  if (record?.reference !== undefined) return reference.providers.has(record.reference) ? record.reference : providerByName(reference, record.reference);
  const named = providerByName(reference, id) ?? (record?.name === undefined ? undefined : providerByName(reference, record.name));
  if (named !== undefined) return named;
  for (const endpoint of record?.endpoints ?? []) {
    const hosted = providerByHost(reference, endpoint);
    if (hosted !== undefined) return hosted;
  }
  return undefined;
}

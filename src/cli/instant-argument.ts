import { InvalidArgumentError } from 'commander';

/** A day or an instant with its zone, as ISO 8601 in UTC. */
export function instantArgument(text: string): string {
  const epoch = Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text);
  if (!/^\d{4}-\d{2}-\d{2}(T.*(Z|[+-]\d{2}:\d{2}))?$/.test(text) || Number.isNaN(epoch)) throw new InvalidArgumentError('write a day, 2026-11-23, or an instant with its zone, 2026-11-23T09:00:00Z');
  return new Date(epoch).toISOString();
}

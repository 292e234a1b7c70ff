import { matchesHost } from './matches-host.js';
import type { ReferenceFacts } from './reference-facts.js';

const urlWithHost = /^[a-z][a-z0-9+.-]{0,20}:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i;

/** The id of the provider behind an endpoint, given as a host name, with or without port, or as a URL. The most specific pattern wins. */
export function providerByHost(reference: ReferenceFacts, hostOrUrl: string): string | undefined {
  const host = hostOf(hostOrUrl);
  const exact = reference.providerIdByHost.get(host);
  if (exact !== undefined) return exact;
  let best: { readonly pattern: string; readonly id: string } | undefined;
  for (const [pattern, id] of reference.providerIdByHost) {
    if (pattern.includes('*') && matchesHost(pattern, host) && pattern.length > (best?.pattern.length ?? 0)) best = { pattern, id };
  }
  return best?.id;
}

function hostOf(hostOrUrl: string): string {
  const text = hostOrUrl.trim().slice(0, 2_000).toLowerCase();
  const host = urlWithHost.exec(text)?.[1] ?? text.split('/')[0]?.split(':')[0] ?? '';
  return host.endsWith('.') ? host.slice(0, -1) : host;
}

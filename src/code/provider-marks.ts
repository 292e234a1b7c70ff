import { type CodeMarker } from '../core/reference/code-markers.js';
import { matchesHost } from '../core/reference/matches-host.js';
import { type CallTarget } from '../core/inventory/code-hit.js';

export interface ProviderMarks {
  readonly markers: readonly CodeMarker[];
  /** The marker whose package of an ecosystem holds a module; the longest name wins. */
  markerOfModule(ecosystem: keyof NonNullable<CodeMarker['packages']>, module: string): CodeMarker | undefined;
  /** The provider that a host belongs to by the marks; undefined for every host that is no endpoint of a model or a collector of prompts. */
  providerOfHost(host: string): string | undefined;
  /** Where an address leads that a client is given: a provider of the marks or the facts, the own network, or a host nobody knows. */
  targetOfHost(host: string): CallTarget;
  /** The provider before the slash of a model name, as in LiteLLM. */
  providerOfPrefix(model: string): string | undefined;
  markerOfVariable(name: string): CodeMarker | undefined;
  markerOfModel(name: string): CodeMarker | undefined;
  /** The marker of a word that a general library is given, such as bedrock-runtime. */
  markerOfCall(word: string): CodeMarker | undefined;
}

/** What the provider facts know beside the marks. */
export interface KnownProviders {
  readonly byHost: (host: string) => string | undefined;
  readonly byPrefix: (model: string) => string | undefined;
}

/** Indexes the marks once for all files of a scan. */
export function providerMarks(markers: readonly CodeMarker[], known: KnownProviders): ProviderMarks {
  const hosts = markers.flatMap(({ hosts: patterns, providers }) => (patterns ?? []).map((pattern) => ({ pattern, provider: providers[0] ?? '' })));
  const packages = markers.flatMap((marker) => Object.entries(marker.packages ?? {}).flatMap(([ecosystem, names]) => (names ?? []).map((name) => ({ ecosystem, name, marker })))).sort((a, b) => b.name.length - a.name.length);
  const variables = new Map(markers.flatMap((marker) => (marker.variables ?? []).map((name) => [name, marker] as const)));
  const calls = new Map(markers.flatMap((marker) => (marker.calls ?? []).map((word) => [word, marker] as const)));
  const models = markers.flatMap((marker) => (marker.models ?? []).map((pattern) => ({ pattern, marker })));
  const exactHosts = new Map(hosts.map(({ pattern, provider }) => [pattern, provider]));
  const providerOfHost = (host: string): string | undefined => exactHosts.get(host) ?? hosts.find(({ pattern }) => pattern.includes('*') && matchesHost(pattern, host))?.provider;
  return {
    markers,
    markerOfModule: (ecosystem, module) => {
      const separator = ecosystem === 'javascript' || ecosystem === 'go' ? '/' : '.';
      return packages.find(({ ecosystem: of, name }) => of === ecosystem && (module === name || module.startsWith(name + separator)))?.marker;
    },
    providerOfHost,
    targetOfHost: (host) => {
      if (isOwnHost(host)) return { own: true };
      const provider = providerOfHost(host) ?? known.byHost(host);
      return provider === undefined ? { host } : { providers: [provider] };
    },
    providerOfPrefix: known.byPrefix,
    markerOfVariable: (name) => variables.get(name),
    markerOfModel: (name) => models.find(({ pattern }) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern))?.marker,
    markerOfCall: (word) => calls.get(word),
  };
}

/** Loopback, private and single-label names: reached without leaving the organisation's own network. */
function isOwnHost(host: string): boolean {
  if (/^(127|10)\.\d+\.\d+\.\d+$|^192\.168\.\d+\.\d+$|^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$|^169\.254\.\d+\.\d+$/.test(host)) return true;
  if (host === '0.0.0.0' || host === '[::1]' || host === '[::]') return true;
  return !host.includes('.') || /\.(local|internal|svc|localdomain|localhost|lan|intranet)$|\.svc\.cluster\.local$/.test(host);
}

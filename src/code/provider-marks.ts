import { type CodeMarker } from '../core/reference/code-markers.js';
import { type Overlaid } from '../core/reference/reference-facts.js';
import { matchesHost } from '../core/reference/matches-host.js';
import { type CallTarget } from '../core/inventory/code-hit.js';

export interface ProviderMarks {
  readonly markers: readonly CodeMarker[];
  /** The marker whose package of an ecosystem holds a module; the longest name wins. */
  markerOfModule(ecosystem: keyof NonNullable<CodeMarker['packages']>, module: string): CodeMarker | undefined;
  /** Who answers at a host by the marks; undefined for every host that is no endpoint of a model or a collector of prompts. */
  markedTarget(host: string): NotedTarget | undefined;
  /** Where an address leads that a client is given: a provider of the marks or the facts, the own network, or a host nobody knows. */
  targetOfHost(host: string): NotedTarget;
  /** Whom a marker says is called. */
  targetOf(marker: CodeMarker): NotedTarget;
  /** The provider before the slash of a model name, as in LiteLLM. */
  providerOfPrefix(model: string): string | undefined;
  markerOfVariable(name: string): CodeMarker | undefined;
  markerOfModel(name: string): CodeMarker | undefined;
  /** The marker of a word that a general library is given, such as bedrock-runtime. */
  markerOfCall(word: string): CodeMarker | undefined;
}

/** A target, and who says so where the organisation itself does. */
export interface NotedTarget extends CallTarget {
  readonly note?: string;
}

/** What the provider facts know beside the marks. */
export interface KnownProviders {
  readonly byHost: (host: string) => string | undefined;
  readonly byPrefix: (model: string) => string | undefined;
}

/** Indexes the marks once for all files of a scan. Of two that claim one name, the first counts. */
export function providerMarks(markers: readonly Overlaid<CodeMarker>[], known: KnownProviders): ProviderMarks {
  const hosts = markers.flatMap((marker) => (marker.hosts ?? []).map((pattern) => ({ pattern, marker })));
  const packages = markers.flatMap((marker) => Object.entries(marker.packages ?? {}).flatMap(([ecosystem, names]) => (names ?? []).map((name) => ({ ecosystem, name, marker })))).sort((a, b) => b.name.length - a.name.length);
  const variables = firstOf(markers, ({ variables: names }) => names);
  const calls = firstOf(markers, ({ calls: words }) => words);
  const models = markers.flatMap((marker) => (marker.models ?? []).map((pattern) => ({ pattern, marker })));
  const exactHosts = firstOf(markers, ({ hosts: names }) => names);
  const markerOfHost = (host: string): Overlaid<CodeMarker> | undefined => exactHosts.get(host) ?? hosts.find(({ pattern }) => pattern.includes('*') && matchesHost(pattern, host))?.marker;
  const markedTarget = (host: string): NotedTarget | undefined => {
    const marker = markerOfHost(host);
    return marker === undefined ? undefined : targetOf(marker.overlay === undefined ? { ...marker, providers: marker.providers.slice(0, 1) } : marker);
  };
  return {
    markers,
    markerOfModule: (ecosystem, module) => {
      const separator = ecosystem === 'javascript' || ecosystem === 'go' ? '/' : '.';
      return packages.find(({ ecosystem: of, name }) => of === ecosystem && (module === name || module.startsWith(name + separator)))?.marker;
    },
    markedTarget,
    targetOfHost: (host) => {
      const marked = markedTarget(host);
      if (marked !== undefined) return marked;
      if (isOwnHost(host)) return { own: true };
      const provider = known.byHost(host);
      return provider === undefined ? { host } : { providers: [provider] };
    },
    targetOf,
    providerOfPrefix: known.byPrefix,
    markerOfVariable: (name) => variables.get(name),
    markerOfModel: (name) => models.find(({ pattern }) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern))?.marker,
    markerOfCall: (word) => calls.get(word),
  };
}

function firstOf(markers: readonly Overlaid<CodeMarker>[], namesOf: (marker: CodeMarker) => readonly string[] | undefined): ReadonlyMap<string, Overlaid<CodeMarker>> {
  const found = new Map<string, Overlaid<CodeMarker>>();
  for (const marker of markers) for (const name of namesOf(marker) ?? []) if (!found.has(name)) found.set(name, marker);
  return found;
}

function targetOf({ providers, overlay }: Overlaid<CodeMarker>): NotedTarget {
  return { ...(providers.includes('self-hosted') ? { own: true } : providers.length === 0 ? {} : { providers }), ...(overlay === undefined ? {} : { note: `as the organisation says (${overlay})` }) };
}

/** Loopback, private and single-label names: reached without leaving the organisation's own network. */
function isOwnHost(host: string): boolean {
  if (/^(127|10)\.\d+\.\d+\.\d+$|^192\.168\.\d+\.\d+$|^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$|^169\.254\.\d+\.\d+$/.test(host)) return true;
  if (host === '0.0.0.0' || host === '[::1]' || host === '[::]') return true;
  return !host.includes('.') || /\.(local|internal|svc|localdomain|localhost|lan|intranet)$|\.svc\.cluster\.local$/.test(host);
}

import { type CodeMarker } from '../../core/reference/code-markers.js';
import { type CallTarget } from '../../core/inventory/code-hit.js';
import { type FoundHit } from '../hit-site.js';
import { type Language } from '../language-of.js';
import { type Token } from '../lex/token.js';
import { type ProviderMarks } from '../provider-marks.js';
import { findAddresses, findClients, type GivenAddress } from './find-addresses.js';
import { findImports } from './find-imports.js';

export interface SdkSurroundings {
  readonly marks: ProviderMarks;
  /** The host that an environment variable holds, where a file of settings above the code gives one. */
  readonly hostOfVariable: (name: string) => string | undefined;
  /** Whether a module is one of the code's own, beside the file. */
  readonly isOwnModule: (module: string) => boolean;
}

interface Imported {
  readonly marker: CodeMarker;
  readonly module: string;
  readonly at: number;
  readonly line: number;
}

const ecosystems: Partial<Record<Language, keyof NonNullable<CodeMarker['packages']>>> = { javascript: 'javascript', typescript: 'javascript', python: 'python', java: 'java', kotlin: 'java', csharp: 'csharp', go: 'go' };

/**
 * What the libraries that a file imports call: their own provider, or where the file's clients are pointed. A client that is given another address calls that;
 * one that is given none calls its provider, or where the environment points it.
 */
export function findSdkCalls(tokens: readonly Token[], language: Language, around: SdkSurroundings): FoundHit[] {
  const imported = importedMarkers(tokens, language, around);
  return [...imported.values()].flatMap((each) => callsOf(each, tokens, imported, around));
}

/** The first import of each marker in a file. */
export function importedMarkers(tokens: readonly Token[], language: Language, { marks, isOwnModule }: SdkSurroundings): Map<string, Imported> {
  const ecosystem = ecosystems[language];
  const imported = new Map<string, Imported>();
  if (ecosystem === undefined) return imported;
  for (const { module, at, line } of findImports(tokens, language)) {
    const marker = marks.markerOfModule(ecosystem, module);
    if (marker !== undefined && !imported.has(marker.id) && !isOwnModule(module)) imported.set(marker.id, { marker, module, at, line });
  }
  return imported;
}

function callsOf({ marker, module, at, line }: Imported, tokens: readonly Token[], imported: ReadonlyMap<string, Imported>, around: SdkSurroundings): FoundHit[] {
  const hit = (target: CallTarget, note?: string): FoundHit => ({ at, line, kind: 'import', name: module, basis: 'call', ...target, ...(note === undefined ? {} : { note }) });
  if (marker.byModelName === true) return callsByModel(tokens, marker, hit, around);
  const clients = (marker.clients ?? []).flatMap(({ names, provider }) => findClients(tokens, names, marker.baseUrl?.arguments ?? []).map((client) => ({ ...client, provider })));
  const loose = clients.some(({ address }) => address !== undefined) ? [] : findAddresses(tokens, marker.baseUrl?.arguments ?? []);
  const usual = usualTarget(marker, around);
  if (clients.length === 0 && loose.length === 0) return (marker.givesWayTo ?? []).some((id) => imported.has(id)) ? [] : [hit(usual.target, usual.note)];
  const targets = [
    ...clients.map(({ provider, address, at: place, line: row }) => (address !== undefined ? addressHit(address, around) : provider !== undefined ? hit(around.marks.targetOf({ ...marker, providers: [provider] })) : loose.length > 0 ? undefined : { ...hit(usual.target, usual.note), at: place, line: row, kind: 'import' as const })),
    ...loose.map((address) => addressHit(address, around)),
  ].filter((found) => found !== undefined);
  const [first] = targets;
  const pointed = first === undefined || targets.some(({ kind }) => kind === 'import') ? [] : [hit(targetOf(first), `its client is given the address on line ${first.line}`)];
  return [...pointed, ...targets.map((found) => (found.kind === 'import' ? { ...found, at, line } : found))];
}

const targetOf = ({ providers, host, own }: CallTarget): CallTarget => ({ ...(providers === undefined ? {} : { providers }), ...(host === undefined ? {} : { host }), ...(own === undefined ? {} : { own }) });

function usualTarget(marker: CodeMarker, { marks, hostOfVariable }: SdkSurroundings): { readonly target: CallTarget; readonly note?: string } {
  for (const variable of marker.baseUrl?.variables ?? []) {
    const host = hostOfVariable(variable);
    if (host !== undefined) return { target: marks.targetOfHost(host), note: `${variable} points it to ${host}` };
  }
  return { target: marks.targetOf(marker) };
}

function addressHit({ at, line, host, variable }: GivenAddress, { marks, hostOfVariable }: SdkSurroundings): FoundHit {
  const known = host ?? (variable === undefined ? undefined : hostOfVariable(variable));
  if (known !== undefined) return { at, line, kind: 'endpoint', name: known, basis: 'call', ...marks.targetOfHost(known) };
  return { at, line, kind: 'endpoint', name: variable ?? 'an address', basis: 'call', note: 'the address of the client is set elsewhere' };
}

/** A library for many providers calls whom its model names say. */
function callsByModel(tokens: readonly Token[], marker: CodeMarker, hit: (target: CallTarget, note?: string) => FoundHit, around: SdkSurroundings): FoundHit[] {
  const addresses = findAddresses(tokens, marker.baseUrl?.arguments ?? []).map((address) => addressHit(address, around));
  const models = tokens.flatMap(({ kind, text, at, line }): FoundHit[] => {
    const provider = kind === 'string' && /^[a-z0-9_]{2,40}\/[\w.:/@-]{1,100}$/i.test(text) ? around.marks.providerOfPrefix(text) : undefined;
    return provider === undefined ? [] : [{ at, line, kind: 'model-id', name: text, basis: 'call', ...(provider === 'self-hosted' ? { own: true } : { providers: [provider] }), note: `${marker.name} sends it there` }];
  });
  const bare = models.length > 0 ? [] : tokens.flatMap(({ kind, text, at, line }): FoundHit[] => {
    const named = kind === 'string' ? around.marks.markerOfModel(text) : undefined;
    return named === undefined ? [] : [{ at, line, kind: 'model-id', name: text, basis: 'call', ...around.marks.targetOf(named), note: `${marker.name} sends it there` }];
  });
  const found = addresses.length > 0 ? addresses : [...models, ...bare];
  const [first] = found;
  return first === undefined ? [hit({}, 'the model names that say whom it calls are set elsewhere')] : [hit(targetOf(first)), ...found];
}

import { type FoundHit } from './hit-site.js';
import { hostOf } from './host-of.js';
import { type Language } from './language-of.js';
import { type Token } from './lex/token.js';
import { type ProviderMarks } from './provider-marks.js';

/** A key beside an address is a key to that address: hints of a file of settings follow the base address that the same file gives their client. */
export function settingsTargets(hits: readonly FoundHit[], tokens: readonly Token[], language: Language, marks: ProviderMarks): FoundHit[] {
  if (language !== 'settings') return [...hits];
  const hosts = hostsOfSettings(tokens);
  return hits.map((hit) => {
    if (hit.kind !== 'environment-variable') return hit;
    const marker = marks.markerOfVariable(hit.name);
    const variable = marker?.baseUrl?.variables.find((name) => hosts.has(name));
    const host = variable === undefined ? undefined : hosts.get(variable);
    if (host === undefined) return hit;
    const { providers: _usual, own: _own, ...rest } = hit;
    return { ...rest, ...marks.targetOfHost(host), note: `${variable} points it to ${host}` };
  });
}

/** Hosts that variables of a file of settings hold: `NAME=address`, `NAME: address`, and `name: NAME` before `value: address`. */
export function hostsOfSettings(tokens: readonly Token[]): Map<string, string> {
  const hosts = new Map<string, string>();
  tokens.forEach(({ text }, index) => {
    if (!/^[A-Z][A-Z0-9_]{3,}$/.test(text)) return;
    const value = tokens.slice(index + 1, index + 3).find(({ kind }) => kind === 'string');
    const host = value === undefined ? undefined : hostOf(value.text);
    if (host !== undefined && !hosts.has(text)) hosts.set(text, host);
  });
  return hosts;
}

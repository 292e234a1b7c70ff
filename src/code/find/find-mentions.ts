import { type FoundHit } from '../hit-site.js';
import { hostsOf } from '../host-of.js';
import { type Token } from '../lex/token.js';
import { type ProviderMarks } from '../provider-marks.js';

/** Endpoints, keys, model names and calling words that tokens name, wherever they stand. */
export function findMentions(tokens: readonly Token[], marks: ProviderMarks): FoundHit[] {
  return tokens.flatMap((token, index) => (token.kind === 'comment' ? commented(token, marks) : [...named(token, marks), ...(token.kind === 'string' ? written(token, isCalled(tokens, index), marks) : [])]));
}

function named({ kind, text, at, line }: Token, marks: ProviderMarks): FoundHit[] {
  const marker = kind === 'mark' ? undefined : marks.markerOfVariable(text);
  return marker === undefined ? [] : [{ at, line, kind: 'environment-variable', name: text, basis: 'hint', ...marks.targetOf(marker) }];
}

function written({ text, at, line }: Token, called: boolean, marks: ProviderMarks): FoundHit[] {
  const endpoints = hostsOf(text).flatMap(({ host, whole, index }): FoundHit[] => {
    const target = marks.markedTarget(host);
    return target === undefined ? [] : [{ at: at + index, line: line + linesBefore(text, index), kind: 'endpoint', name: host, basis: whole ? 'call' : 'hint', ...target, ...(whole ? {} : { note: 'named within a longer text' }) }];
  });
  const model = text.length <= 120 ? marks.markerOfModel(text) : undefined;
  const call = called ? marks.markerOfCall(text) : undefined;
  return [
    ...endpoints,
    ...(model === undefined ? [] : [{ at, line, kind: 'model-id' as const, name: text, basis: 'hint' as const, ...marks.targetOf({ ...model, providers: [...new Set([...model.providers, ...(model.modelsAlsoFrom ?? [])])] }) }]),
    ...(call === undefined ? [] : [{ at, line, kind: 'endpoint' as const, name: text, basis: 'call' as const, ...marks.targetOf(call), note: 'the service that a general library is told to call' }]),
  ];
}

function linesBefore(text: string, index: number): number {
  let lines = 0;
  for (let at = 0; at < index; at++) if (text.charCodeAt(at) === 0x0a) lines++;
  return lines;
}

/** Whether a string is an argument: `client("bedrock-runtime")`, `service_name="bedrock-runtime"`. */
function isCalled(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return before?.kind === 'mark' && (before.text === '(' || before.text === '=' || before.text === ':');
}

/** A comment is searched as text: it calls nothing, and is listed apart. */
function commented({ text, at, line }: Token, marks: ProviderMarks): FoundHit[] {
  const found: FoundHit[] = [];
  let lines = 0;
  let counted = 0;
  for (const match of text.matchAll(/(?:https?:\/\/)?((?:[a-z0-9_-]{1,63}\.){1,8}[a-z]{2,20})(?![\w.-]*[a-z0-9]\.)/gi)) {
    const host = (match[1] ?? '').toLowerCase();
    const target = marks.markedTarget(host);
    if (target === undefined || found.length >= 100) continue;
    for (; counted < match.index; counted++) if (text.charCodeAt(counted) === 0x0a) lines++;
    found.push({ at: at + match.index, line: line + lines, kind: 'endpoint', name: host, basis: 'hint', ...target, commented: true });
  }
  return found;
}

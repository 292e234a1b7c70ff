import { DomainError } from '../problem/domain-error.js';

const deepest = 64;

/** A JSON body as data. Nesting is counted before anything is built; a key that could reach a prototype is refused. */
export function parseJsonBody(text: string): unknown {
  if (nestsDeeperThan(text, deepest)) throw new DomainError('malformed-body', `the body nests deeper than ${deepest} levels; send a flatter document`);
  try {
    return JSON.parse(text, refusePrototypeKeys) as unknown;
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('malformed-body', `the body is not JSON (${error instanceof Error ? error.message : String(error)}); send one JSON document in UTF-8`, { cause: error });
  }
}

function refusePrototypeKeys(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new DomainError('malformed-body', "the body has a key '__proto__'; rename it");
  return value;
}

function nestsDeeperThan(text: string, most: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > most) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}

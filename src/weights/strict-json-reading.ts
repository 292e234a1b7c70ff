import { forbiddenKey } from './forbidden-key.js';
import { MalformedFile } from './malformed-file.js';
import { type JsonLimits, type StrictJson, type StrictObject } from './strict-json.js';
import { readableText } from '../core/inventory/readable-text.js';

const usualKeys = 150_000;

/** An object that inherits nothing, in a shape that V8 keeps fast, unlike `Object.create(null)`. */
const Bare = function () {} as unknown as new () => Record<string, StrictJson>;
Bare.prototype = Object.freeze(Object.create(null) as object);

const numberGrammar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

export interface StrictJsonReading {
  readonly whole: () => StrictJson;
  /** For an object of very many members: a map, whose keys need not become names of properties. */
  readonly entriesOfObject: () => Map<string, StrictJson>;
}

/**
 * RFC 8259, and nothing that readers disagree on: a key that stands twice in one object is refused, and so are the names of JavaScript internals.
 * What it returns throws MalformedFile with the position, counted in UTF-16 code units from 0.
 */
export function strictJsonReading(text: string, limits: JsonLimits): StrictJsonReading {
  let at = 0;
  let valuesLeft = limits.values;
  const mostKeys = limits.keys ?? usualKeys;
  const usualKeyAt: string[] = [];

  const fail = (code: string, what: string): never => {
    throw new MalformedFile(code, `${what} at character ${at} of the JSON; have the file written again`);
  };

  /** The text may be right, only larger than is read. */
  const tooLarge = (what: string): never => {
    throw new MalformedFile('too-many-values', `${what} up to character ${at} of the JSON; more is not read`, 'unknown');
  };

  function space(): number {
    let code = text.charCodeAt(at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = text.charCodeAt((at += 1));
    return code;
  }

  function string(): string {
    const start = at;
    for (;;) {
      const code = text.charCodeAt((at += 1));
      if (code === 0x22) break;
      if (code === 0x5c) at += 1;
      else if (code < 0x20 || at >= text.length) fail('bad-json', code < 0x20 ? 'a control character' : 'text without an end');
    }
    at += 1;
    const raw = text.slice(start + 1, at - 1);
    if (!raw.includes('\\')) return raw;
    try {
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      return fail('bad-json', 'a wrong escape');
    }
  }

  /** Most numbers are whole, short and followed by a comma or bracket; the others go by the grammar. */
  function number(): number {
    let whole = 0;
    for (let end = at; end - at <= 15; end += 1) {
      const code = text.charCodeAt(end);
      if (code >= 0x30 && code <= 0x39) whole = whole * 10 + code - 0x30;
      else if ((code === 0x2c || code === 0x5d || code === 0x7d) && end > at && (end === at + 1 || text.charCodeAt(at) !== 0x30)) return ((at = end), whole);
      else break;
    }
    numberGrammar.lastIndex = at;
    const found = numberGrammar.exec(text);
    if (found === null) return fail('bad-json', at >= text.length ? 'the end comes too early' : 'something unexpected');
    at += found[0].length;
    return Number(found[0]);
  }

  function word(expected: string, value: boolean | null): boolean | null {
    if (!text.startsWith(expected, at)) fail('bad-json', 'something unexpected');
    at += expected.length;
    return value;
  }

  function object(depth: number): StrictObject {
    const members = new Bare();
    at += 1;
    if (space() === 0x7d) return ((at += 1), members);
    for (let ordinal = 1; ; ordinal += 1) {
      const key = keyOf(ordinal);
      if (key in members) standsTwice(key);
      members[key] = memberValue(depth);
      if (ends(0x7d)) return members;
    }
  }

  function entries(): Map<string, StrictJson> {
    const members = new Map<string, StrictJson>();
    if (space() !== 0x7b) fail('bad-json', 'something other than an object');
    valuesLeft -= 1;
    at += 1;
    if (space() === 0x7d) return ((at += 1), members);
    for (let ordinal = 1; ; ordinal += 1) {
      const key = keyOf(ordinal);
      if (members.has(key)) standsTwice(key);
      members.set(key, memberValue(1));
      if (ends(0x7d)) return members;
    }
  }

  function standsTwice(key: string): never {
    return fail('duplicate-key', `the key "${readableText(key)}" stands a second time`);
  }

  /** Objects in a row of their like repeat their keys: such a key is recognised, and neither cut out nor looked up anew. */
  function keyOf(ordinal: number): string {
    if (ordinal > mostKeys) tooLarge(`more than ${mostKeys} keys in one object`);
    if (space() !== 0x22) fail('bad-json', 'a key is missing');
    const usual = usualKeyAt[ordinal];
    if (usual !== undefined && text.startsWith(usual, at + 1) && text.charCodeAt(at + 1 + usual.length) === 0x22) return ((at += usual.length + 2), usual);
    const start = at;
    const key = string();
    if (forbiddenKey(key)) fail('bad-key', `the key ${key}, the name of an internal of JavaScript,`);
    if (ordinal < 8 && at - start === key.length + 2) usualKeyAt[ordinal] = key;
    return key;
  }

  function memberValue(depth: number): StrictJson {
    if (space() !== 0x3a) fail('bad-json', 'a colon is missing');
    at += 1;
    return value(depth);
  }

  /** Reads two items before it makes the list: most lists here are that short, and one that grows takes ten times the memory. */
  function array(depth: number): StrictJson[] {
    at += 1;
    if (space() === 0x5d) return ((at += 1), []);
    const first = value(depth);
    if (ends(0x5d)) return [first];
    const items = [first, value(depth)];
    while (!ends(0x5d)) items.push(value(depth));
    return items;
  }

  /** Takes the comma after a member or item, or the end of what holds it. */
  function ends(closing: number): boolean {
    const code = space();
    at += 1;
    if (code !== closing && code !== 0x2c) fail('bad-json', `a comma or closing ${closing === 0x7d ? 'brace' : 'bracket'} is missing`);
    return code === closing;
  }

  function value(depth: number): StrictJson {
    if (depth > limits.depth) fail('too-deep', `nesting deeper than ${limits.depth}`);
    if ((valuesLeft -= 1) < 0) tooLarge(`more than ${limits.values} values`);
    const code = space();
    if (code === 0x7b) return object(depth + 1);
    if (code === 0x5b) return array(depth + 1);
    if (code === 0x22) return string();
    if (code === 0x74) return word('true', true);
    if (code === 0x66) return word('false', false);
    if (code === 0x6e) return word('null', null);
    return number();
  }

  function toTheEnd<T>(read: () => T): T {
    const result = read();
    space();
    if (at < text.length) fail('bad-json', 'something follows the end');
    return result;
  }

  return { whole: () => toTheEnd(() => value(0)), entriesOfObject: () => toTheEnd(entries) };
}

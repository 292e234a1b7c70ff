import { forbiddenKey } from './forbidden-key.js';
import { MalformedFile } from './malformed-file.js';
import { readableText } from './readable-text.js';

export type StrictJson = string | number | boolean | null | readonly StrictJson[] | StrictObject;
export interface StrictObject {
  readonly [key: string]: StrictJson;
}

export interface JsonLimits {
  readonly depth: number;
  /** Values in the whole text. */
  readonly values: number;
  /** Keys of one object; 150,000 where not said. */
  readonly keys?: number;
}

const usualKeys = 150_000;

/** An object that inherits nothing, in a shape that V8 keeps fast, unlike `Object.create(null)`. */
const Bare = function () {} as unknown as new () => Record<string, StrictJson>;
Bare.prototype = Object.freeze(Object.create(null) as object);

const numberGrammar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * RFC 8259, and nothing that readers disagree on: a key that stands twice in one object is refused, and so are the names of JavaScript internals.
 * @throws MalformedFile with the position, counted in UTF-16 code units from 0.
 */
export function parseStrictJson(text: string, limits: JsonLimits): StrictJson {
  let at = 0;
  let valuesLeft = limits.values;

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
    const most = limits.keys ?? usualKeys;
    at += 1;
    if (space() === 0x7d) return ((at += 1), members);
    for (let keys = 1; ; keys += 1) {
      if (keys > most) tooLarge(`more than ${most} keys in one object`);
      if (space() !== 0x22) fail('bad-json', 'a key is missing');
      const key = string();
      if (forbiddenKey(key)) fail('bad-key', `the key ${key}, the name of an internal of JavaScript,`);
      if (key in members) fail('duplicate-key', `the key "${readableText(key)}" stands a second time`);
      if (space() !== 0x3a) fail('bad-json', 'a colon is missing');
      at += 1;
      members[key] = value(depth);
      const code = space();
      at += 1;
      if (code === 0x7d) return members;
      if (code !== 0x2c) fail('bad-json', 'a comma or closing brace is missing');
    }
  }

  function array(depth: number): StrictJson[] {
    const items: StrictJson[] = [];
    at += 1;
    if (space() === 0x5d) return ((at += 1), items);
    for (;;) {
      items.push(value(depth));
      const code = space();
      at += 1;
      if (code === 0x5d) return items;
      if (code !== 0x2c) fail('bad-json', 'a comma or closing bracket is missing');
    }
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

  const result = value(0);
  space();
  if (at < text.length) fail('bad-json', 'something follows the end');
  return result;
}

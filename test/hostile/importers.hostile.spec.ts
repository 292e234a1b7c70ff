import { bytesOf, importBytes, type Imported } from './import-bytes.js';
import { specimens } from './specimens.js';

const soon = 2_000;
const isJson = (path: string): boolean => path.endsWith('.json');
const isCard = (path: string): boolean => path.endsWith('.md');
/** YAML as the file of that kind holds it: a card between its dashes. */
const within = (path: string, yaml: string): string => (isCard(path) ? `---\n${yaml}\n---\n` : yaml);
const codes = ({ problems }: Imported): string[] => problems.map(({ code }) => code);
const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]', ...Array.from({ length: 12 }, (_, level) => `a${level + 1}: &a${level + 1} [${Array.from({ length: 10 }, () => `*a${level}`).join(', ')}]`)].join('\n');

describe.each(specimens)('$path', ({ path, text }) => {
  const read = (content: string | Uint8Array): Imported => importBytes(path, typeof content === 'string' ? bytesOf(content) : content);
  /** What is refused: at least one error with one of these codes, soon, and no facts from it. */
  const refused = (content: string | Uint8Array, ...expected: string[]): void => {
    const imported = read(content);
    expect(codes(imported).some((code) => expected.includes(code))).toBe(true);
    expect(imported.milliseconds).toBeLessThan(soon);
  };
  const yamlOnly = isJson(path) ? it.skip : it;

  it('is read whole, and the same with CRLF and a byte order mark', () => {
    const plain = read(text);
    expect(plain.problems).toEqual([]);
    expect(plain.records.length).toBeGreaterThan(0);
    const values = ({ records }: Imported): unknown => records.map(({ kind, id, value, origin }) => ({ kind, id, value, line: origin.line }));
    expect(values(read(text.replaceAll('\n', '\r\n')))).toEqual(values(plain));
    expect(values(read(`\ufeff${text}`))).toEqual(values(plain));
  });

  it.each(Array.from({ length: 20 }, (_, index) => index))('cut off after %i twentieths is read or refused with a line', (twentieths) => {
    const { milliseconds } = read(text.slice(0, Math.floor((text.length * twentieths) / 20)));
    expect(milliseconds).toBeLessThan(soon);
  });

  it('of 50 MB is refused unread', () => refused(new Uint8Array(50 * 1024 * 1024).fill(0x61), 'too-large'));

  it('just below the limit and of one line, one word or one bracket ends soon', () => {
    for (const filling of [' ', 'a', '[', '-', ':', '\n', '"', '#', '&', '*']) {
      const { milliseconds } = read(within(path, filling.repeat(100_000)));
      expect([filling, milliseconds < soon]).toEqual([filling, true]);
    }
  });

  it('that nests deep in brackets is refused', () => {
    for (const depth of [100, 5_000, 200_000]) {
      refused(isJson(path) ? `{"model_type":${'['.repeat(depth)}${']'.repeat(depth)}}` : within(path, `license: ${'['.repeat(depth)}${']'.repeat(depth)}`), 'too-deep');
      refused(isJson(path) ? `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}` : within(path, `${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`), 'too-deep');
    }
  });

  yamlOnly('that nests deep in blocks is refused', () => {
    for (const depth of [100, 2_000]) {
      refused(within(path, Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:`).join('\n')), 'too-deep', 'yaml-syntax');
      refused(within(path, `${'- '.repeat(depth)}a`), 'too-deep', 'yaml-syntax');
      refused(within(path, `${'? '.repeat(depth)}a`), 'too-deep', 'yaml-syntax');
    }
    refused(within(path, `${'- '.repeat(100_000)}a`), 'too-deep', 'yaml-syntax');
  });

  yamlOnly('with an alias bomb is refused', () => refused(within(path, bomb), 'alias-bomb'));

  yamlOnly('with an alias inside its own anchor is refused or read, never followed for ever', () => {
    expect(read(within(path, 'license: &a [*a]\nmodel_list: &b { c: *b }')).milliseconds).toBeLessThan(soon);
  });

  it('with a key twice is refused, at the second', () => {
    const twice = isJson(path) ? '{\n  "model_type": "a",\n  "model_type": "b"\n}' : within(path, 'license: a\nlicense: b');
    expect(read(twice).problems[0]).toMatchObject({ code: 'duplicate-key', line: isJson(path) || isCard(path) ? 3 : 2 });
  });

  it('that is no UTF-8 is refused, at its line', () => {
    const bytes = bytesOf(text);
    const at = text.indexOf('\n', 8) + 1;
    bytes[at] = 0xff;
    const line = text.slice(0, at).split('\n').length;
    expect(read(bytes).problems).toEqual([expect.objectContaining({ code: 'not-utf-8', line })]);
    refused(new Uint8Array(Buffer.from(text, 'utf16le')), 'not-utf-8', 'yaml-syntax', 'json-syntax', 'wrong-type', 'no-front-matter', 'missing-key');
  });

  it('with NUL bytes is read or refused', () => {
    expect(read(text.replace('\n', '\n\0')).milliseconds).toBeLessThan(soon);
    expect(read('\0'.repeat(10_000)).problems.length).toBeGreaterThan(0);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('with the key %s at any level is refused', (key) => {
    const json = [`{"${key}":{"polluted":1}}`, `{"a":{"${key}":{"polluted":1}}}`, `{"a":[{"b":{"${key}":{"polluted":1}}}]}`];
    for (const each of json) refused(isJson(path) ? each : within(path, each), 'forbidden-key');
    if (isJson(path)) return;
    for (const each of [`${key}: { polluted: 1 }`, `a:\n  ${key}:\n    polluted: 1`, `a:\n  - b:\n      ? ${key}\n      : { polluted: 1 }`, `? "${key}"\n: 1`]) refused(within(path, each), 'forbidden-key');
  });

  it('with numbers beyond all bounds is read or refused', () => {
    for (const number of ['1e999', '-1e999', '9'.repeat(400), '0.'.padEnd(5_000, '1'), '123456789012345678901234567890']) {
      const { milliseconds } = read(isJson(path) ? `{"model_type":"a","num_hidden_layers":${number}}` : within(path, `domicile: 1\nlicense: ${number}\nmodels: [{ id: a, parameters: ${number} }]`));
      expect(milliseconds).toBeLessThan(soon);
    }
  });

  it('that is empty, or holds only comments, says so', () => {
    for (const empty of ['', '\n\n', ' ', '\ufeff', ...(isJson(path) ? ['//'] : ['# a\n# b\n', '---\n', '---\n...\n', '~', 'null'])]) expect(read(empty).problems.length).toBeGreaterThan(0);
  });

  it('that is not a mapping says so', () => {
    for (const other of isJson(path) ? ['[]', '1', '"a"', 'null', 'true'] : ['- a', '1', 'text', '[]', '"a"', 'true']) expect(read(within(path, other)).problems[0]?.line).toBeGreaterThan(0);
  });

  it('with a hundred thousand keys takes time in proportion, and says so shortly', () => {
    const withKeys = (count: number): Imported => {
      const keys = Array.from({ length: count }, (_, index) => (isJson(path) ? `"key${index}":1` : `key${index}: 1`));
      return read(isJson(path) ? `{${keys.join(',')}}` : within(path, keys.join('\n')));
    };
    const few = withKeys(20_000);
    const many = withKeys(100_000);
    // Five times the keys: twelve times the time leaves room for memory being cleared, a quadratic reader takes 25 times.
    expect(many.milliseconds).toBeLessThan(12 * Math.max(few.milliseconds, 50));
    expect(many.problems.length).toBeLessThan(100);
  });

  yamlOnly('with tags of other languages is refused or read as plain data', () => {
    for (const tagged of ['!!js/function "function () { globalThis.polluted = 1 }"', '!!js/regexp /a/', '!!binary aGVsbG8=', '!!python/object/apply:os.system ["id"]', '!!set { a, b }', '!!omap [a: 1]', '!local x', '!<tag:example.org,2026:x> y', '!!map [1]', '!!int x', '!!merge x']) {
      const { records, problems } = read(within(path, `license: ${tagged}\nlanguage: en`));
      expect((globalThis as Record<string, unknown>)['polluted']).toBeUndefined();
      if (/^!(!js|!python|local|<)/.test(tagged)) expect(problems.length).toBeGreaterThan(0);
      for (const { value } of records) expect(value).toEqual(JSON.parse(JSON.stringify(value)));
    }
  });

  yamlOnly('with merge keys is read without merging or refused', () => {
    const { records } = read(within(path, 'base: &b { license: mit }\nother:\n  <<: *b\n<<: { license: gpl-3.0 }'));
    expect(JSON.stringify(records)).not.toContain('gpl');
  });
});

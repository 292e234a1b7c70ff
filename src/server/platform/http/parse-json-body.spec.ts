import { DomainError } from '../problem/domain-error.js';
import { parseJsonBody } from './parse-json-body.js';

describe('parseJsonBody', () => {
  it('reads a document, brackets inside strings included', () => {
    const document = { a: [1, { b: `${'['.repeat(500)}\\"` }] };
    expect(parseJsonBody(JSON.stringify(document))).toEqual(document);
  });

  it.each([
    ['nesting', '['.repeat(1_000_000), /deeper than 64/],
    ['a prototype key', '{"a":{"__proto__":{"admin":true}}}', /'__proto__'/],
    ['an escaped prototype key', '{"\\u005f_proto__":1}', /'__proto__'/],
    ['half a document', '{"a":', /not JSON/],
    ['nothing', '', /not JSON/],
  ])('refuses %s', (_name, text, message) => {
    expect(() => parseJsonBody(text)).toThrow(DomainError);
    expect(() => parseJsonBody(text)).toThrow(message);
  });
});

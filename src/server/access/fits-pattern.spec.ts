import { fitsPattern } from './fits-pattern.js';

describe('a pattern', () => {
  it.each([
    ['main', 'main', true],
    ['main', 'main2', false],
    ['*', '', true],
    ['refs/*', 'refs/heads/x', true],
    ['*/main', 'a/main', true],
    ['a*a', 'a', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*b', 'ab', false],
    ['a*bc*c', 'abc', false],
    ['a.c', 'abc', false],
  ])('%s fits %s: %s', (pattern, text, fits) => expect(fitsPattern(pattern, text)).toBe(fits));
});

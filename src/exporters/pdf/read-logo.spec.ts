import { readLogo } from './read-logo.js';

const svg = (body: string, box = '0 0 100 50'): Uint8Array => new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${body}</svg>`);

describe('a logo', () => {
  it('is its paths, moved to the corner of its box, with the fill they inherit', () => {
    const logo = readLogo(svg('<title>ACME</title><g fill="#112233" transform="translate(10 5)"><path transform="scale(2)" d="M0 0h10v10z"/></g><path fill="none" d="M0 0h1"/>', '10 5 100 50'));
    expect(logo).toEqual({ width: 100, height: 50, shapes: [{ path: 'M0 0H20V20Z', fill: '#112233' }] });
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['holds a script', svg('<script>1</script>'), /holds <script>; turn every object into a path/],
    ['holds a picture', svg('<image href="x.png"/>'), /holds <image>/],
    ['has a style that would be lost', svg('<path style="fill:red" d="M0 0h1"/>'), /uses 'style' on <path>/],
    ['has a stroke that would be lost', svg('<g stroke="#000000"><path d="M0 0h1"/></g>'), /uses 'stroke' on <g>/],
    ['names a colour by word', svg('<path fill="red" d="M0 0h1"/>'), /the fill 'red'; write '#'/],
    ['has nothing to draw', svg(''), /no path/],
    ['has a path that is none', svg('<path d="M0 0 L oops"/>'), /cannot be read/],
    ['draws over the page', svg('<path d="M0 0 H 5000"/>'), /outside its viewBox/],
    ['draws with numbers without end', svg('<path d="M0 0 L1e999 1"/>'), /outside its viewBox|cannot be read/],
    ['has no box', new TextEncoder().encode('<svg><path d="M0 0h1"/></svg>'), /no usable viewBox/],
    ['has a box like a thread', svg('<path d="M0 0h1"/>', '0 0 1000 1'), /no usable viewBox/],
    ['is no SVG', new TextEncoder().encode('<html></html>'), /holds <html>/],
    ['is cut off', svg('<path d="M0 0h1"/>').slice(0, -8), /no well-formed SVG/],
    ['brings entities', new TextEncoder().encode('<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>'), /document type/],
    ['nests without end', svg('<g>'.repeat(100) + '</g>'.repeat(100)), /deeper than 32 levels/],
    ['is huge', new Uint8Array(300_000), /more than 262144 bytes/],
  ])('that %s is refused with what to change', (_, bytes, expected) => {
    expect(() => readLogo(bytes)).toThrow(expected);
  });
});

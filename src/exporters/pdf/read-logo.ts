import { SaxesParser, type SaxesTagPlain } from 'saxes';
import svgpath from 'svgpath';
import { type LogoShape, type ReportLogo } from '../../core/report/report-brand.js';
import { LogoError } from './logo-error.js';

const caps = { bytes: 256 * 1024, shapes: 500, depth: 32 };
/** Elements that draw nothing. */
const silent = new Set(['title', 'desc', 'metadata']);
/** Attributes that would change what a path shows, and that are not drawn here. */
const unsupported = ['style', 'class', 'stroke', 'opacity', 'fill-opacity', 'clip-path', 'mask', 'filter', 'fill-rule'];
const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

interface Group {
  readonly fill: string;
  readonly move: string;
  readonly quiet: boolean;
}

interface Drawing {
  box?: readonly [x: number, y: number, width: number, height: number];
  readonly open: Group[];
  readonly shapes: (LogoShape & { readonly move: string })[];
}

/**
 * The shapes of an SVG file that holds plain paths with one fill each, moved so that the logo begins at 0, 0.
 * Anything else is refused rather than left out, so that no logo is printed in part.
 * @throws LogoError with what to change
 */
export function readLogo(bytes: Uint8Array): ReportLogo {
  if (bytes.length > caps.bytes) throw new LogoError(`the logo has more than ${caps.bytes} bytes; simplify its paths`);
  const drawing: Drawing = { open: [{ fill: '#000000', move: '', quiet: false }], shapes: [] };
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    throw new LogoError(`the logo is no well-formed SVG (${message.slice(0, 120)}); export it again`);
  });
  parser.on('doctype', () => {
    throw new LogoError('the logo declares a document type; export it as plain SVG');
  });
  parser.on('opentag', (tag) => take(drawing, tag));
  parser.on('closetag', () => void drawing.open.pop());
  parser.write(new TextDecoder().decode(bytes)).close();
  const { box, shapes } = drawing;
  if (box === undefined) throw new LogoError('the logo has no <svg> element; export it as plain SVG');
  if (shapes.length === 0) throw new LogoError('the logo has no path; turn every object into a path and export it as plain SVG');
  return { width: box[2], height: box[3], shapes: shapes.map(({ path, fill, move }) => ({ path: placedPath(path, move, box), fill })) };
}

function take(drawing: Drawing, { name, attributes }: SaxesTagPlain): void {
  const outer = drawing.open.at(-1);
  if (outer === undefined || drawing.open.length > caps.depth) throw new LogoError(`the logo nests deeper than ${caps.depth} levels; ungroup it`);
  const group: Group = { fill: attributes['fill'] ?? outer.fill, move: `${outer.move} ${attributes['transform'] ?? ''}`.trim(), quiet: outer.quiet || silent.has(name) || name.includes(':') };
  drawing.open.push(group);
  if (group.quiet) return;
  const foreign = unsupported.find((attribute) => attributes[attribute] !== undefined);
  if (foreign !== undefined) throw new LogoError(`the logo uses '${foreign}' on <${name.slice(0, 40)}>; give each path one fill and nothing else`);
  if (name === 'svg' && drawing.box === undefined) drawing.box = boxOf(attributes);
  else if (name === 'path') {
    if (group.fill === 'none') return;
    if (!/^#[0-9a-f]{6}$/i.test(group.fill)) throw new LogoError(`the logo has the fill '${group.fill.slice(0, 40)}'; write '#' and six hexadecimal digits`);
    if (drawing.shapes.length >= caps.shapes) throw new LogoError(`the logo has more than ${caps.shapes} paths; join them`);
    drawing.shapes.push({ path: attributes['d'] ?? '', fill: group.fill, move: group.move });
  } else if (name !== 'g') throw new LogoError(`the logo holds <${name.slice(0, 40)}>; turn every object into a path and export it as plain SVG`);
}

function boxOf({ viewBox = '', width, height }: Readonly<Record<string, string>>): Drawing['box'] & object {
  const parts = viewBox.trim() === '' ? ['0', '0', (width ?? '').replace(/px$/, ''), (height ?? '').replace(/px$/, '')] : viewBox.trim().split(/[\s,]+/);
  const [x = NaN, y = NaN, wide = NaN, high = NaN] = parts.map((part) => (plain.test(part) ? Number(part) : NaN));
  if (parts.length !== 4 || !(wide > 0 && high > 0) || wide / high > 12 || high / wide > 4 || !Number.isFinite(x + y + wide + high)) throw new LogoError('the logo has no usable viewBox; give it four numbers, at most 12 times as wide as high and 4 times as high as wide');
  return [x, y, wide, high];
}

/** The path in the units of the viewBox, from its corner. What lies far outside is refused: it would be drawn over the page. */
function placedPath(path: string, move: string, [x, y, width, height]: Drawing['box'] & object): string {
  const placed = svgpath(path).transform(move).translate(-x, -y).abs().unshort().unarc();
  const { err } = placed as unknown as { readonly err: string };
  if (err !== '') throw new LogoError(`the logo has a path that cannot be read (${err.slice(0, 80)}); export it again`);
  const slack = 0.25 * Math.max(width, height);
  const inside = (value: number, size: number): boolean => value >= -slack && value <= size + slack;
  placed.iterate(([command, ...values]) => {
    // After H and V stands one coordinate, after all others points; control points count, since a curve stays within them.
    const all = command === 'H' ? values.every((value) => inside(value, width)) : command === 'V' ? values.every((value) => inside(value, height)) : values.every((value, index) => inside(value, index % 2 === 0 ? width : height));
    if (!all) throw new LogoError('the logo has a path outside its viewBox; fit the page to the drawing and export it again');
  });
  return placed.round(3).toString();
}

import { Exact } from './exact.js';
import { type Figure } from './figure-schema.js';

const shown = (value: Exact | number | null): number | null => {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return null;
  return Number(new Exact(value).toSignificantDigits(12).toString());
};

/** A computed figure, rounded to 12 significant digits so that every engine prints the same. */
export function figure(
  value: Exact | number | null,
  unit: string,
  source: string,
  rest: { readonly low?: Exact | number | null; readonly high?: Exact | number | null; readonly answer?: Figure['answer'] } = {},
): Figure {
  const { low = value, high = value, answer } = rest;
  const said = answer ?? (value === null ? 'unknown' : undefined);
  return { value: shown(value), unit, low: shown(low), high: shown(high), kind: 'derived', source, ...(said === undefined ? {} : { answer: said }) };
}

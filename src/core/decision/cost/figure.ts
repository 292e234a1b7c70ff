import { Exact } from './exact.js';
import { type Figure } from './figure-schema.js';

const digits = 12;

/** Decimals round half to even what a double is written as. A double itself rounds alike, and faster, unless it is written in 13 digits, the last a 5. */
function shown(value: Exact | number | null): number | null {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return null;
  if (typeof value === 'number' && Number(value.toPrecision(digits + 1)) !== value) return Number(value.toPrecision(digits));
  const written = String(value);
  return Number(written.length <= digits ? written : new Exact(value).toSignificantDigits(digits).toString());
}

/** A computed figure, rounded to 12 significant digits so that every engine prints the same. */
export function figure(
  value: Exact | number | null,
  unit: string,
  source: string,
  rest: { readonly low?: Exact | number | null; readonly high?: Exact | number | null; readonly answer?: Figure['answer'] } = {},
): Figure {
  const { low = value, high = value, answer } = rest;
  const said = answer ?? (value === null ? 'unknown' : undefined);
  const rounded = shown(value);
  return { value: rounded, unit, low: low === value ? rounded : shown(low), high: high === value ? rounded : shown(high), kind: 'derived', source, ...(said === undefined ? {} : { answer: said }) };
}

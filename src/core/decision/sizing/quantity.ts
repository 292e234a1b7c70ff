import { type Interval } from './interval.js';

export type QuantityKind = 'measured' | 'quoted' | 'derived' | 'assumed';

/** A number with its unit, its range, how it was come by and from what. Without a value, `unknown` says what is wanting. */
export interface Quantity {
  readonly value: number | null;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly kind: QuantityKind;
  readonly source: string;
  readonly unknown?: string;
}

/** Rounded to 12 significant digits, so that every engine prints the same. */
export function quantity({ low, value, high }: Interval, unit: string, source: string, kind: QuantityKind = 'derived'): Quantity {
  return { value: shown(value), unit, low: shown(low), high: shown(high), kind, source };
}

const shown = (value: number): number | null => (Number.isFinite(value) ? Number(value.toPrecision(12)) : null);

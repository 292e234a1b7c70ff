import { z } from 'zod';
import { text } from '../../inventory/text.js';
import { interval, type Interval } from './interval.js';
import { quantity, type Quantity, type QuantityKind } from './quantity.js';

/** A number that a person enters: bare, which counts as an assumption of the case, or with its range, kind and source. */
export const statedNumber = (least: number, most: number) => {
  const within = z.number().min(least).max(most);
  return z.union([
    within,
    z
      .strictObject({ value: within, low: within.optional(), high: within.optional(), kind: z.enum(['measured', 'quoted', 'derived', 'assumed']), source: text(1_000) })
      .refine(({ low, value, high }) => (low ?? value) <= value && value <= (high ?? value), 'low, value and high must stand in rising order'),
  ]);
};

export interface RichNumber {
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly kind: QuantityKind;
  readonly source: string;
}
export type StatedNumber = number | RichNumber;

export function intervalOf(stated: StatedNumber): Interval {
  return typeof stated === 'number' ? interval.exactly(stated) : interval.between(stated.low ?? stated.value, stated.value, stated.high ?? stated.value);
}

export function quantityOf(stated: StatedNumber, unit: string): Quantity {
  return typeof stated === 'number' ? quantity(interval.exactly(stated), unit, 'the case', 'assumed') : quantity(intervalOf(stated), unit, stated.source, stated.kind);
}

/** A non-negative number and the range it may lie in: `low <= value <= high`. */
export interface Interval {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

/** Arithmetic on non-negative intervals; the ranges are taken as independent. */
export const interval = {
  exactly: (value: number): Interval => ({ low: value, value, high: value }),
  between: (low: number, value: number, high: number): Interval => ({ low: Math.min(low, value), value, high: Math.max(high, value) }),
  plus: (...parts: readonly Interval[]): Interval => parts.reduce((sum, part) => ({ low: sum.low + part.low, value: sum.value + part.value, high: sum.high + part.high }), { low: 0, value: 0, high: 0 }),
  times: (a: Interval, b: Interval): Interval => ({ low: a.low * b.low, value: a.value * b.value, high: a.high * b.high }),
  scaled: (a: Interval, by: number): Interval => ({ low: a.low * by, value: a.value * by, high: a.high * by }),
  over: (a: Interval, b: Interval): Interval => ({ low: a.low / b.high, value: a.value / b.value, high: a.high / b.low }),
  map: (a: Interval, of: (value: number) => number): Interval => ({ low: of(a.low), value: of(a.value), high: of(a.high) }),
} as const;

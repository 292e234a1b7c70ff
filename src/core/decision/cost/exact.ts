import { Decimal } from 'decimal.js';

/** Decimal arithmetic for money: 40 significant digits, half to even, the same on every engine. */
export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN, toExpNeg: -30, toExpPos: 30 });
export type Exact = Decimal;

import { type Exact } from './exact.js';

/** Price per unit of a mix of input and output tokens; it lies between the two prices. `null` where nothing is bought. */
export function blendedPrice(priceIn: Exact, priceOut: Exact, quantityIn: Exact, quantityOut: Exact): Exact | null {
  const quantity = quantityIn.plus(quantityOut);
  return quantity.isZero() ? null : priceIn.times(quantityIn).plus(priceOut.times(quantityOut)).div(quantity);
}

/** Rounds a double up, but forgives the last bits of a division that is whole in decimals. */
export const wholeAbove = (value: number): number => Math.ceil(value - 1e-9 * Math.max(1, Math.abs(value)));

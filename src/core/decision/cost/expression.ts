/** A formula over named inputs. It is evaluated exactly for what is reported, in doubles for draws, and printed for the reader. */
export type Expression =
  | { readonly op: 'input'; readonly path: string }
  | { readonly op: 'constant'; readonly value: string }
  | { readonly op: 'sum' | 'product' | 'greatest'; readonly terms: readonly Expression[] }
  | { readonly op: 'difference' | 'quotient'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'ceiling'; readonly of: Expression };

const constant = (value: string | number): Expression => ({ op: 'constant', value: String(value) });

/** How formulas are written. */
export const expression = {
  input: (path: string): Expression => ({ op: 'input', path }),
  constant,
  zero: constant(0),
  one: constant(1),
  sum: (...terms: readonly Expression[]): Expression => ({ op: 'sum', terms }),
  product: (...terms: readonly Expression[]): Expression => ({ op: 'product', terms }),
  greatest: (...terms: readonly Expression[]): Expression => ({ op: 'greatest', terms }),
  difference: (left: Expression, right: Expression): Expression => ({ op: 'difference', left, right }),
  quotient: (left: Expression, right: Expression): Expression => ({ op: 'quotient', left, right }),
  ceiling: (of: Expression): Expression => ({ op: 'ceiling', of }),
} as const;

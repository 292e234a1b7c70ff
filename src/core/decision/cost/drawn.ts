/** A number in every draw: a column, or one number where it is the same in all of them. A column must not be changed by whoever receives it. */
export type Drawn = number | Float64Array;

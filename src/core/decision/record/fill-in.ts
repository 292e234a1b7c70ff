/** A text that stands where a person must say something. */
export const fillIn = (what: string): string => `fill in: ${what}`;

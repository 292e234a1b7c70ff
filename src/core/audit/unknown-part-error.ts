/** A part of the inventory was asked for that is not there; the message names it and says what to write. */
export class UnknownPartError extends Error {}

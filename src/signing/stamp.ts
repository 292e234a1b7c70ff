/** Sends a time-stamp request (RFC 3161, DER) to a time-stamping authority and answers its response. */
export type Stamp = (request: Uint8Array) => Promise<Uint8Array>;

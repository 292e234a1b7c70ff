/** Something that keeps a file from being signed: a key, a certificate or a time-stamp that will not do. The message names culprit, cause and remedy. */
export class SigningError extends Error {
  override readonly name = 'SigningError';
}

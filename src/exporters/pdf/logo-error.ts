/** A logo cannot be drawn whole; the message says what to change. */
export class LogoError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LogoError';
  }
}

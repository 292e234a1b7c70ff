/** The embedded PostgreSQL could not be brought up; the message says why and what to do. */
export class EmbeddedPostgresError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(`embedded PostgreSQL: ${message}`, options);
    this.name = 'EmbeddedPostgresError';
  }
}

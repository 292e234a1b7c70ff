/** One thing that was done, as the audit log keeps it. Actors are pseudonymous ids. */
export interface LogEntry {
  /** Counts from 1 without gaps within an organisation. */
  readonly sequence: number;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly actorKind: string;
  readonly actor: string;
  /** What was done, such as `key.revoke`. */
  readonly action: string;
  /** What it was done to, such as `key/<id>`. */
  readonly subject: string;
  /** JSON text, exactly as it was written. */
  readonly details: string;
  /** SHA-256 of the entry before, in hexadecimal; zeros for the first. */
  readonly previous: string;
  /** SHA-256 of this entry, in hexadecimal. */
  readonly hash: string;
}

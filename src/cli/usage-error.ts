/** Something the user asked for that cannot be done; its message says what to write instead. Exit code 2. */
export class UsageError extends Error {}

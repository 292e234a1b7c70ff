/** A field of a record that a change makes other; what is absent was or becomes unsaid. */
export interface ChangedField {
  /** JSON pointer inside the record; a list is one field. */
  readonly pointer: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Rows under named columns; every cell is text. */
export interface Table {
  /** In lower case with hyphens; the name of its file and of its sheet. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A module that code imports, and where its name stands. */
export interface ModuleImport {
  readonly module: string;
  readonly at: number;
  readonly line: number;
}

import { inspect } from 'node:util';

/** A credential that is looked up when it is used and shows, wherever it is written, only where it comes from. */
export class Secret {
  readonly #read: () => Promise<string>;

  constructor(
    /** Where it comes from, such as `the variable MLFLOW_TOKEN`. */
    readonly from: string,
    read: () => Promise<string>,
  ) {
    this.#read = read;
  }

  /** The credential itself, as it stands now: a file may have been renewed. */
  reveal(): Promise<string> {
    return this.#read();
  }

  toString(): string {
    return `[${this.from}]`;
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

/** Thrown by a reader that refuses a file. The message says what is wrong and where; the code is a stable word for machines. */
export class MalformedFile extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** `unknown` where the file may be right but this reader cannot tell, as with a newer version of its format. */
    readonly bearing: 'wrong' | 'unknown' = 'wrong',
  ) {
    super(message);
    this.name = 'MalformedFile';
  }
}

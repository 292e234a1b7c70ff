import { createHash } from 'node:crypto';
import { type PartDigest } from './backup-format.js';

const lineEnd = 0x0a;

/** Measures the rows of one table of one organisation, as `COPY` writes them, while they pass. */
export class PartMeter {
  private readonly hash = createHash('sha256');
  private rows = 0;
  private bytes = 0;

  constructor(private readonly of: Pick<PartDigest, 'organisation' | 'table'>) {}

  async *through(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      this.hash.update(piece);
      this.bytes += piece.length;
      // Each row ends with a line feed; one within a value is written as \n.
      for (let at = piece.indexOf(lineEnd); at !== -1; at = piece.indexOf(lineEnd, at + 1)) this.rows++;
      yield piece;
    }
  }

  result(): PartDigest {
    return { ...this.of, rows: this.rows, bytes: this.bytes, digest: `sha256:${this.hash.digest('hex')}` };
  }
}

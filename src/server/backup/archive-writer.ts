import { createHash } from 'node:crypto';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';

/** Writes files, each whole in memory, one after another into a gzipped tar. */
export class ArchiveWriter {
  private readonly tar = pack();
  private readonly hash = createHash('sha256');
  private readonly written: Promise<void>;

  constructor(
    output: Writable,
    private readonly mtime: Date,
  ) {
    const digesting = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.hash.update(chunk);
        done(null, chunk);
      },
    });
    this.written = pipeline(this.tar, createGzip(), digesting, output);
    this.written.catch(() => undefined);
  }

  /** Returns when there is room for more. */
  async add(name: string, bytes: Buffer): Promise<void> {
    const taken = new Promise<void>((resolve, reject) => this.tar.entry({ name, size: bytes.length, mtime: this.mtime, mode: 0o600 }, bytes, (error) => (error == null ? resolve() : reject(error))));
    await Promise.race([taken, this.written]);
  }

  /** @returns `sha256:` and the digest of all that was written, in hexadecimal */
  async end(): Promise<string> {
    this.tar.finalize();
    await this.written;
    return `sha256:${this.hash.digest('hex')}`;
  }

  abandon(error: Error): void {
    this.tar.destroy(error);
  }
}

import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Entry } from 'tar-stream';
import { BackupError } from './backup-error.js';

/** Longest file that is read into memory, in bytes. */
const longestText = 64 * 1024 * 1024;

/** Reads a gzipped tar from front to end, once. */
export class ArchiveReader {
  private readonly hash = createHash('sha256');
  private readonly entries: AsyncIterator<Entry, undefined>;
  private readonly read: Promise<void>;
  private next: Entry | undefined | 'not read' = 'not read';

  constructor(input: Readable) {
    const tar = extract();
    const digesting = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.hash.update(chunk);
        done(null, chunk);
      },
    });
    this.entries = tar[Symbol.asyncIterator]();
    this.read = pipeline(input, digesting, createGunzip(), tar);
    this.read.catch(() => undefined);
  }

  /** The next file, which must have this name, as text. @throws BackupError */
  async text(name: string): Promise<string> {
    const entry = await this.peek();
    if (entry?.header.name !== name) throw new BackupError(`the backup has ${entry === undefined ? 'an end' : `'${entry.header.name}'`} where ${name} belongs; it is not a backup of Domicile, or was changed`);
    this.next = 'not read';
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of entry) {
      length += chunk.length;
      if (length > longestText) throw new BackupError(`${name} of the backup is longer than ${longestText} bytes; it was not written by Domicile`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  /** The bytes of the files of a folder that stand here, one after another; nothing where another folder stands here. */
  async *folder(name: string): AsyncGenerator<Buffer> {
    for (let entry = await this.peek(); entry?.header.name.startsWith(name) === true; entry = await this.peek()) {
      this.next = 'not read';
      try {
        yield* entry;
      } catch (error) {
        throw unreadable(error);
      }
    }
  }

  /** @returns `sha256:` and the digest of the whole file. @throws BackupError where there is more in it */
  async end(): Promise<string> {
    const entry = await this.peek();
    if (entry !== undefined) throw new BackupError(`the backup goes on with '${entry.header.name}' after its end; it was changed`);
    await readable(this.read);
    return `sha256:${this.hash.digest('hex')}`;
  }

  private async peek(): Promise<Entry | undefined> {
    if (this.next === 'not read') {
      const found = await readable(this.entries.next());
      this.next = found.done === true ? undefined : found.value;
    }
    return this.next;
  }
}

async function readable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): BackupError {
  return new BackupError(`the backup cannot be read (${error instanceof Error ? error.message : String(error)}); it is damaged, cut off or none`, { cause: error });
}

import { createHash } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { extract, pack } from 'tar-stream';

export interface BackupEntry {
  readonly name: string;
  readonly text: string;
}

/** Gathers what is written. */
export class Sink extends Writable {
  private readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }

  bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }
}

export async function unpackBackup(bytes: Buffer): Promise<BackupEntry[]> {
  const entries: BackupEntry[] = [];
  for await (const entry of Readable.from([gunzipSync(bytes)]).pipe(extract())) entries.push({ name: entry.header.name, text: (await Readable.from(entry).toArray()).map(String).join('') });
  return entries;
}

export async function packBackup(entries: readonly BackupEntry[]): Promise<Buffer> {
  const tar = pack();
  for (const { name, text } of entries) tar.entry({ name }, text);
  tar.finalize();
  return gzipSync(Buffer.concat((await Readable.from(tar).toArray()) as Buffer[]));
}

/** Digests of a backup made anew, as a forger would who knows the format. */
export function forgeDigests(entries: readonly BackupEntry[]): BackupEntry[] {
  const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
  const textOf = (prefix: string): string => entries.filter(({ name }) => name.startsWith(prefix)).map(({ text }) => text).join('');
  return entries.map(({ name, text }) => {
    if (name !== 'digests.json') return { name, text };
    const digests = JSON.parse(text) as { parts: { organisation: string; table: string }[] };
    const parts = digests.parts.map(({ organisation, table }) => {
      const rows = textOf(`${organisation}/${table}/`);
      return { organisation, table, rows: rows.split('\n').length - 1, bytes: Buffer.byteLength(rows), digest: digestOf(rows) };
    });
    return { name, text: JSON.stringify({ header: digestOf(textOf('backup.json')), parts }) };
  });
}

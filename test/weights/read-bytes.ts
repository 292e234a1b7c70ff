import { closeSync, openSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { writeFolder } from './write-folder.js';

/** Runs a reader on bytes as a file. */
export function readBytes<T>(bytes: Buffer, read: (descriptor: number, size: number) => T): T {
  const file = join(writeFolder({ file: bytes }), 'file');
  const descriptor = openSync(file, 'r');
  try {
    return read(descriptor, bytes.length);
  } finally {
    closeSync(descriptor);
    unlinkSync(file);
  }
}

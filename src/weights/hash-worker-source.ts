/**
 * What a hashing thread runs. A text, because the command line ships as one file and a thread needs an entry of its own.
 * It receives { id, location, bytes } and answers { id, done } while it reads and { id, sha256, read } or { id, error } at the end.
 */
export const hashWorkerSource = `
const { parentPort } = require('node:worker_threads');
const { createHash } = require('node:crypto');
const { openSync, readSync, closeSync } = require('node:fs');
const buffer = Buffer.allocUnsafeSlow(1024 * 1024);
const step = 256 * 1024 * 1024;
parentPort.on('message', ({ id, location }) => {
  let descriptor;
  try {
    descriptor = openSync(location, 'r');
    const hash = createHash('sha256');
    let read = 0;
    let told = step;
    for (;;) {
      const got = readSync(descriptor, buffer, 0, buffer.length, null);
      if (got === 0) break;
      hash.update(got === buffer.length ? buffer : buffer.subarray(0, got));
      read += got;
      if (read >= told) {
        parentPort.postMessage({ id, done: read });
        told += step;
      }
    }
    parentPort.postMessage({ id, sha256: hash.digest('hex'), read });
  } catch (error) {
    parentPort.postMessage({ id, error: error.code ?? error.message });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
});
`;

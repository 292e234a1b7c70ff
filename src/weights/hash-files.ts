import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { hashWorkerSource } from './hash-worker-source.js';
import { systemErrorCode } from './system-error-code.js';

export interface FileToHash {
  readonly location: string;
  /** Size in bytes, as listed. */
  readonly bytes: number;
}

export interface FileHash {
  /** 64 lower-case hexadecimal digits; absent where the file could not be read. */
  readonly sha256?: string;
  /** Bytes that were hashed. */
  readonly read: number;
  /** Why it could not be read, such as `EACCES`. */
  readonly error?: string;
}

export interface HashProgress {
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly filesDone: number;
  readonly filesTotal: number;
}

export interface HashOptions {
  /** Threads at most; by default as many as there are cores. */
  readonly threads?: number;
  readonly onProgress?: (progress: HashProgress) => void;
}

interface Answer {
  readonly id: number;
  readonly done?: number;
  readonly sha256?: string;
  readonly read?: number;
  readonly error?: string;
}

/** Up to this size a file is hashed where we stand: a thread costs more than it saves. */
const smallFile = 4 * 1024 * 1024;

/** SHA-256 of each file, in the order given, streamed in constant memory; several files are hashed at once, the largest first. */
export async function hashFiles(files: readonly FileToHash[], options: HashOptions = {}): Promise<FileHash[]> {
  const hashes: FileHash[] = [];
  const done = files.map(() => 0);
  const bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0);
  let filesDone = 0;
  const report = (): void => options.onProgress?.({ bytesDone: done.reduce((sum, bytes) => sum + bytes, 0), bytesTotal, filesDone, filesTotal: files.length });
  const settle = (index: number, hash: FileHash): void => {
    hashes[index] = hash;
    done[index] = hash.read;
    filesDone += 1;
  };
  const large = files.map((_, index) => index).filter((index) => (files[index]?.bytes ?? 0) > smallFile).sort((a, b) => (files[b]?.bytes ?? 0) - (files[a]?.bytes ?? 0));
  const threads = Math.min(large.length, Math.max(1, options.threads ?? availableParallelism()));
  const pending = Array.from({ length: threads }, () =>
    runWorker(
      () => large.shift(),
      (index) => files[index]?.location ?? '',
      (index, answer) => {
        if (answer.done !== undefined) done[index] = answer.done;
        else settle(index, { read: answer.read ?? 0, ...(answer.sha256 === undefined ? {} : { sha256: answer.sha256 }), ...(answer.error === undefined ? {} : { error: answer.error }) });
        report();
      },
    ),
  );
  for (const [index, file] of files.entries()) if (file.bytes <= smallFile) settle(index, hashSmallFile(file.location));
  report();
  await Promise.all(pending);
  return hashes;
}

function hashSmallFile(location: string): FileHash {
  try {
    const bytes = readFileSync(location);
    return { sha256: createHash('sha256').update(bytes).digest('hex'), read: bytes.length };
  } catch (error) {
    return { read: 0, error: systemErrorCode(error) ?? 'unreadable' };
  }
}

/** One thread that takes files until none is left. */
function runWorker(next: () => number | undefined, locationOf: (index: number) => string, onAnswer: (index: number, answer: Answer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(hashWorkerSource, { eval: true });
    const advance = (): void => {
      const index = next();
      if (index === undefined) void worker.terminate().then(() => resolve(), reject);
      else worker.postMessage({ id: index, location: locationOf(index) });
    };
    worker.on('error', reject);
    worker.on('message', (answer: Answer) => {
      onAnswer(answer.id, answer);
      if (answer.done === undefined) advance();
    });
    advance();
  });
}

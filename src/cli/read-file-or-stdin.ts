import { readFile } from 'node:fs/promises';
import { type ReadBytes } from './command-output.js';
import { readStdin } from './read-stdin.js';

/** Bytes of a file; `-` is standard input. */
export const readFileOrStdin: ReadBytes = async (path) => (path === '-' ? readStdin() : readFile(path));

import { type Problem } from '../core/inventory/problem.js';
import { printable } from './printable.js';

/** What a command has to say once it is done: text for each stream, and the exit code. */
export interface CommandOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Bytes of a file by the path the user gave. It throws where the file cannot be read. */
export type ReadBytes = (path: string) => Promise<Uint8Array>;

/** Nothing half-written: one line per problem and exit code 2. */
export function refusal(problems: readonly Problem[]): CommandOutput {
  const lines = problems.map(({ file, line, column, message }) => `${file}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${message}`);
  return { stdout: '', stderr: `${printable(lines.join('\n'))}\n`, exitCode: 2 };
}

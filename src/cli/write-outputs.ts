import { writeOutput } from '../files/write-output.js';
import { type WrittenOutput } from './table-outputs.js';

/** Writes what goes to files, once all of it is made, and returns what goes to standard output. */
export async function writeOutputs(written: readonly WrittenOutput[]): Promise<string> {
  let stdout = '';
  for (const { output, content } of written) {
    if (output !== undefined) await writeOutput(output, content);
    else if (typeof content === 'string') stdout += content;
  }
  return stdout;
}

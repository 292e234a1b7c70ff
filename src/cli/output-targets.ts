import { UsageError } from './usage-error.js';

export interface OutputTarget {
  readonly format: string;
  /** File to write; absent: standard output. */
  readonly output?: string;
}

/** Pairs each `--format` with the `--output` at the same place; one format may go to standard output, and `text` does where none is named. */
export function outputTargets(formats: readonly string[], outputs: readonly string[], known: readonly string[]): OutputTarget[] {
  const wanted = formats.length === 0 ? ['text'] : formats;
  for (const format of wanted) if (!known.includes(format)) throw new UsageError(`there is no format '${format}'; write one of: ${known.join(', ')}`);
  if (outputs.length > wanted.length) throw new UsageError(`${outputs.length} --output for ${wanted.length} --format; write them in pairs`);
  const targets = wanted.map((format, index): OutputTarget => {
    const output = outputs[index];
    return output === undefined ? { format } : { format, output };
  });
  if (targets.filter(({ output }) => output === undefined).length > 1) throw new UsageError('only one format can go to standard output; give the others an --output');
  return targets;
}
